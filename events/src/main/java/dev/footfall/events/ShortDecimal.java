package dev.footfall.events;

/**
 * A decimal number that ends within eight bytes, as most metres do: found, freed of its point and read without a loop.
 */
final class ShortDecimal {
    /** What stands there is no such number; it may be another. */
    static final int NONE = 0;

    private static final int DECIMALS_BITS = 4;
    private static final int LENGTH_BITS = 4;

    private ShortDecimal() {}

    /** The number that stands there, without a sign: digits, a point and digits, no zero before others; to be taken apart by the methods below. */
    static int at(byte[] text, int at) {
        if (at + EightDigits.LENGTH > text.length) {
            return NONE;
        }
        long eight = EightDigits.at(text, at);
        long others = EightDigits.others(eight);
        long behind = others & (others - 1);
        if (behind == 0) {
            return NONE;
        }
        int point = EightDigits.before(others);
        int end = EightDigits.before(behind);
        if (text[at + point] != '.' || end == point + 1 || point == 0 || (point > 1 && text[at] == '0')) {
            return NONE;
        }
        long wholes = eight & bytes(point);
        long decimals = (eight >>> Byte.SIZE) & ~bytes(point);
        long value = EightDigits.value(wholes | decimals, end - 1);
        return ((int) value << (DECIMALS_BITS + LENGTH_BITS)) | ((end - point - 1) << LENGTH_BITS) | end;
    }

    /** A mask of so many bytes. */
    private static long bytes(int count) {
        return (1L << (Byte.SIZE * count)) - 1;
    }

    /** All digits as a whole number. */
    static int digits(int number) {
        return number >>> (DECIMALS_BITS + LENGTH_BITS);
    }

    /** How many of the digits stand behind the point. */
    static int decimals(int number) {
        return (number >>> LENGTH_BITS) & ((1 << DECIMALS_BITS) - 1);
    }

    /** How many characters it has. */
    static int length(int number) {
        return number & ((1 << LENGTH_BITS) - 1);
    }
}
