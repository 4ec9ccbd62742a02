package dev.footfall.events;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Whether bytes are UTF-8: JSON parsers are lenient where they skip. */
public final class Utf8 {
    private Utf8() {}

    public static boolean isValid(byte[] bytes, int offset, int length) {
        int end = offset + length;
        for (int i = offset; i < end; i++) {
            if (bytes[i] < 0) {
                return isDecodable(ByteBuffer.wrap(bytes, i, end - i));
            }
        }
        return true;
    }

    private static boolean isDecodable(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).remaining() >= 0;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
