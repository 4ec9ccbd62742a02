package dev.footfall.events.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Makes new inputs of sound ones: flips, cuts, repeats and joins their bytes, and puts in numbers and words that readers trip over. */
public final class Spoiler {
    private static final int MOST_BYTES = 1 << 14;
    private static final int MOST_CHANGES = 6;
    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "-0.0",
            "1e308",
            "1e309",
            "-1e999999999",
            "1e-999999999",
            "0.1e1",
            "2147483648",
            "-9223372036854775808",
            "9223372036854775807",
            "9223372036854775808",
            "18446744073709551616",
            "NaN",
            "Infinity",
            "00",
            "1793696400000",
            "99999999999999999999999999999999");
    private static final List<String> WORDS = List.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"",
            "\\u0000",
            "\\ud800",
            "null",
            "true",
            "{}",
            "[]",
            "\"\"",
            "é",
            "𝄞",
            "\r\n",
            "\u0000",
            " ",
            "&a ",
            "*a",
            "!!binary ",
            "|\n",
            "---\n",
            "'");
    private static final long[] LENGTHS = {
        0,
        1,
        -1,
        127,
        128,
        255,
        256,
        32_767,
        32_768,
        65_535,
        1 << 20,
        1 << 24,
        Integer.MAX_VALUE - 8,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        Long.MAX_VALUE,
        Long.MIN_VALUE
    };

    private final List<byte[]> sound;
    private final List<byte[]> words = new ArrayList<>();
    private final UnaryOperator<byte[]> finish;

    /** Spoils these; {@code ownWords} are words of the format. */
    public Spoiler(List<byte[]> sound, List<String> ownWords) {
        this(sound, ownWords, input -> input);
    }

    /** The same; {@code finish} puts checksums right in some of them, without which nothing behind would ever be read. */
    public Spoiler(List<byte[]> sound, List<String> ownWords, UnaryOperator<byte[]> finish) {
        this.sound = List.copyOf(sound);
        this.finish = finish;
        for (List<String> some : List.of(NUMBERS, WORDS, ownWords)) {
            some.forEach(word -> words.add(word.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** The inputs that all others are made of. */
    public List<byte[]> sound() {
        return sound;
    }

    /** One input. */
    public byte[] input(Random dice) {
        byte[] input = pick(dice);
        boolean isGentle = dice.nextBoolean();
        for (int changes = 1 + dice.nextInt(1 + dice.nextInt(MOST_CHANGES)); changes > 0; changes--) {
            input = isGentle ? reworded(input, dice) : changed(input, dice);
        }
        if (input.length > MOST_BYTES) {
            input = Arrays.copyOf(input, MOST_BYTES);
        }
        return dice.nextInt(4) > 0 ? finish.apply(input) : input;
    }

    private byte[] pick(Random dice) {
        return sound.get(dice.nextInt(sound.size())).clone();
    }

    /** A change that leaves most texts in their form: a number, a word or a line by another. */
    private byte[] reworded(byte[] input, Random dice) {
        if (input.length == 0) {
            return pick(dice);
        }
        int at = dice.nextInt(input.length);
        switch (dice.nextInt(5)) {
            case 0, 1 -> {
                return withNumber(input, dice);
            }
            case 2 -> {
                int[] old = word(input, at);
                byte[] other = pick(dice);
                int[] by = word(other, dice.nextInt(other.length));
                return replaced(input, old[0], old[1], Arrays.copyOfRange(other, by[0], by[1]));
            }
            case 3 -> {
                int[] line = line(input, at);
                return joined(input, 0, line[0], input, line[1], input.length);
            }
            default -> {
                int[] line = line(input, at);
                return repeated(input, line[0], line[1], dice);
            }
        }
    }

    private static int[] word(byte[] input, int at) {
        int from = at;
        while (from < input.length && !Character.isLetterOrDigit(input[from])) {
            from++;
        }
        int to = from;
        while (to < input.length && Character.isLetterOrDigit(input[to])) {
            to++;
        }
        return new int[] {from, to};
    }

    private static int[] line(byte[] input, int at) {
        int from = at;
        while (from > 0 && input[from - 1] != '\n') {
            from--;
        }
        int to = at + 1;
        while (to < input.length && input[to - 1] != '\n') {
            to++;
        }
        return new int[] {from, to};
    }

    private byte[] changed(byte[] input, Random dice) {
        if (input.length == 0) {
            return pick(dice);
        }
        int at = dice.nextInt(input.length);
        int until = at + dice.nextInt(Math.min(64, input.length - at) + 1);
        switch (dice.nextInt(13)) {
            case 0 -> input[at] ^= (byte) (1 << dice.nextInt(Byte.SIZE));
            case 1, 2 -> input[at] = (byte) dice.nextInt(256);
            case 3 -> input[at] += (byte) (dice.nextInt(9) - 4);
            case 4 -> {
                return joined(input, 0, at, input, until, input.length);
            }
            case 5 -> {
                return joined(input, 0, until, input, at, input.length);
            }
            case 6 -> {
                return Arrays.copyOf(input, at);
            }
            case 7 -> {
                byte[] other = pick(dice);
                return joined(input, 0, at, other, dice.nextInt(other.length), other.length);
            }
            case 8 -> {
                return replaced(input, at, until, number(dice));
            }
            case 9, 10 -> {
                return replaced(input, at, dice.nextBoolean() ? at : until, words.get(dice.nextInt(words.size())));
            }
            case 11 -> {
                return withNumber(input, dice);
            }
            default -> {
                return repeated(input, at, until, dice);
            }
        }
        return input;
    }

    /** A length or a count, in as many bytes as formats have for one. */
    private static byte[] number(Random dice) {
        long value = LENGTHS[dice.nextInt(LENGTHS.length)] + dice.nextInt(3) - 1;
        byte[] bytes = new byte[1 << dice.nextInt(4)];
        for (int i = bytes.length - 1; i >= 0; i--, value >>= Byte.SIZE) {
            bytes[i] = (byte) value;
        }
        return bytes;
    }

    /** Puts another number in the place of one in a text. */
    private static byte[] withNumber(byte[] input, Random dice) {
        int from = dice.nextInt(input.length);
        while (from < input.length && !isDigit(input[from])) {
            from++;
        }
        int to = from;
        while (to < input.length && isDigit(input[to])) {
            to++;
        }
        return replaced(
                input, from, to, NUMBERS.get(dice.nextInt(NUMBERS.size())).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }

    /** A piece many times over: deep nests, long lists, long words. */
    private static byte[] repeated(byte[] input, int from, int to, Random dice) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(input, 0, to);
        for (int times = 1 << dice.nextInt(1 + dice.nextInt(13));
                times > 0 && bytes.size() < MOST_BYTES && to > from;
                times--) {
            bytes.write(input, from, to - from);
        }
        bytes.write(input, to, input.length - to);
        return bytes.toByteArray();
    }

    private static byte[] replaced(byte[] input, int from, int to, byte[] by) {
        return joined(joined(input, 0, from, by, 0, by.length), 0, from + by.length, input, to, input.length);
    }

    private static byte[] joined(byte[] first, int from, int to, byte[] second, int secondFrom, int secondTo) {
        byte[] joined = Arrays.copyOf(Arrays.copyOfRange(first, from, to), to - from + secondTo - secondFrom);
        System.arraycopy(second, secondFrom, joined, to - from, secondTo - secondFrom);
        return joined;
    }
}
