package org.ascribe.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** What this program is. */
final class Program {

    private Program() {}

    static String version() {
        Properties properties = new Properties();
        try (InputStream in = Program.class.getResourceAsStream("program.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return properties.getProperty("version", "unknown");
    }

    /** Twelve hexadecimal digits of the bytes of the program's own jars, or of its own classes when run from those. */
    static String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List<Path> parts = Arrays.stream(
                            System.getProperty("java.class.path", "").split(File.pathSeparator, -1))
                    .map(Path::of)
                    .filter(part -> Files.isDirectory(part)
                            || String.valueOf(part.getFileName()).startsWith("ascribe-"))
                    .sorted(Comparator.comparing(part -> String.valueOf(part.getFileName())))
                    .toList();
            for (Path part : parts) {
                try (Stream<Path> files = Files.walk(part)) {
                    for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                        digest.update(Files.readAllBytes(file));
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("this Java lacks SHA-256, which every Java must have", broken);
        }
    }
}
