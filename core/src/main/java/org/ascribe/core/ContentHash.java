package org.ascribe.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Ids from content, so that a second import finds the same ones: 64 bits of SHA-256 over the parts. */
public final class ContentHash {

    private ContentHash() {}

    /** Sixteen hexadecimal digits; a null part differs from an empty one and parts cannot run into each other. */
    public static String of(@Nullable Object... parts) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("this Java lacks SHA-256, which every Java must have", broken);
        }
        for (Object part : parts) {
            byte[] bytes = part == null ? new byte[0] : part.toString().getBytes(StandardCharsets.UTF_8);
            digest.update((part == null ? "-:" : bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }
}
