package dev.footfall.benchmarks.json;

import dev.footfall.events.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Messages as they should not be: sound ones of all kinds in which numbers, words and bytes are replaced, doubled, dropped or moved. */
final class SpoiledMessages {
    private static final int MOST_CHANGES = 4;

    private static final List<Sound> SOUND = List.of(
            sound(Kind.DOOR, "{'time':1793696400000,'in':3,'out':1,'passing':7,'seconds':60.5}"),
            sound(
                    Kind.DOOR,
                    "[{'time':1793696400000,'totalIn':1000000,'totalOut':99,'seconds':1},{'time':1793696400000,'in':0,'out':0}]"),
            sound(Kind.TRACK, "{'time':1793696400000,'id':'t-17','x':12.345,'y':-0.5,'floor':'0','role':'staff'}"),
            sound(
                    Kind.TRACK,
                    "[{'time':1793696400000,'id':'a','x':3,'y':2.25,'floor':-1},{'time':1793696400001,'id':'b','x':0.1,'y':17.000,'role':'customer'}]"),
            sound(
                    Kind.TRACK,
                    "[{'time': 1793696400000, 'id': 'a', 'u': 512, 'v': 384.5}, {'time': 1793696400001, 'id': 'b', 'x': 1.0, 'y': 2}]"),
            sound(
                    Kind.SHELF,
                    "[{'id':'p1','zone':'dairy','entered':1793696400000,'left':1793696407000,'facing':'left'},{'id':'p2','zone':'bread','entered':1793696400000}]"),
            sound(Kind.BEACON, "{'time':1793696400000,'tag':'c0-ff','rssi':-71.5,'tx':-59}"),
            sound(
                    Kind.POSITION,
                    "[{'time':1793696400000,'tag':'tag-1','x':1.5,'y':2.5,'floor':'1','accuracy':0.35},{'time':'2026-11-03T09:00:00Z','tag':'t','x':0,'y':0}]"),
            sound(
                    Kind.RECEIPT,
                    "{'time':1793696400000,'till':'till-3','channel':'self','items':12,'amount':34.56,'member':true,'tag':'m1'}"),
            sound(Kind.STATUS, "{'time':1793696400000,'state':'online','battery':87.5,'firmware':'1.4.2 beta'}"));

    private static final List<byte[]> PIECES = pieces(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "'",
            " ",
            "  ",
            "\n",
            "\t",
            "\\u0041",
            "\\",
            "\0",
            "é",
            "null",
            "true",
            "{}",
            "''",
            ",'x':1",
            ",'y':-2.5",
            ",'id':'z'",
            ",'floor':0",
            ",'floor':null",
            ",'role':'staff'",
            ",'more':{'a':[1]}",
            ",'time':1",
            ",'in':1",
            ",'u':1,'v':2",
            "},{");

    private static final List<byte[]> NUMBERS = pieces(
            "0",
            "-0",
            "-0.0",
            "0.0",
            "00",
            "01",
            "1.",
            ".5",
            "+1",
            "1e3",
            "1E-3",
            "1e309",
            "-1e999999999",
            "0.1e1",
            "9007199254740993",
            "900719925474099.3",
            "9007199254740992.5",
            "0.30000000000000004",
            "123456789012345678",
            "1234567890123456789",
            "9223372036854775808",
            "18446744073709551616",
            "0.00000000000000001",
            "4.35",
            "1793696400000",
            "946684799999",
            "4102444800001",
            "99999999999999999999999999999999",
            "NaN",
            "Infinity",
            "1_0");

    private SpoiledMessages() {}

    /** A message of a kind. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    record Sound(Kind kind, byte[] payload) {}

    private static Sound sound(Kind kind, String payload) {
        return new Sound(kind, bytes(payload));
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static List<byte[]> pieces(String... pieces) {
        return Arrays.stream(pieces).map(SpoiledMessages::bytes).toList();
    }

    /** The next one; some are sound. */
    static Sound next(SplittableRandom dice) {
        Sound sound = SOUND.get(dice.nextInt(SOUND.size()));
        byte[] payload = sound.payload();
        for (int changes = dice.nextInt(1 + dice.nextInt(1 + MOST_CHANGES));
                changes > 0 && payload.length > 0;
                changes--) {
            payload = changed(payload, dice);
        }
        return new Sound(sound.kind(), payload);
    }

    private static byte[] changed(byte[] payload, SplittableRandom dice) {
        int at = dice.nextInt(payload.length);
        int until = Math.min(payload.length, at + dice.nextInt(12));
        return switch (dice.nextInt(10)) {
            case 0 -> replaced(payload, at, at + 1, new byte[] {(byte) dice.nextInt(256)});
            case 1 -> replaced(payload, at, until, new byte[0]);
            case 2 -> replaced(payload, at, at, Arrays.copyOfRange(payload, at, until));
            case 3 -> replaced(payload, at, at, PIECES.get(dice.nextInt(PIECES.size())));
            case 4 -> replaced(payload, at, until, PIECES.get(dice.nextInt(PIECES.size())));
            case 5, 6 -> withNumber(payload, at, NUMBERS.get(dice.nextInt(NUMBERS.size())));
            default -> withNumber(payload, at, number(dice));
        };
    }

    private static byte[] number(SplittableRandom dice) {
        StringBuilder number = new StringBuilder(dice.nextInt(4) == 0 ? "-" : "");
        number.append(dice.nextLong(1L << dice.nextInt(1, 40)));
        int decimals = dice.nextInt(1 + dice.nextInt(16));
        if (decimals > 0) {
            number.append('.');
            for (int i = 0; i < decimals; i++) {
                number.append((char) ('0' + dice.nextInt(10)));
            }
        }
        return number.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Another number in the place of the next one. */
    private static byte[] withNumber(byte[] payload, int at, byte[] number) {
        int from = at;
        while (from < payload.length && !isOfNumber(payload[from])) {
            from++;
        }
        int to = from;
        while (to < payload.length && isOfNumber(payload[to])) {
            to++;
        }
        return replaced(payload, from, to, number);
    }

    private static boolean isOfNumber(byte character) {
        return (character >= '0' && character <= '9') || character == '.' || character == '-';
    }

    private static byte[] replaced(byte[] payload, int from, int to, byte[] by) {
        byte[] replaced = new byte[payload.length - (to - from) + by.length];
        System.arraycopy(payload, 0, replaced, 0, from);
        System.arraycopy(by, 0, replaced, from, by.length);
        System.arraycopy(payload, to, replaced, from + by.length, payload.length - to);
        return replaced;
    }
}
