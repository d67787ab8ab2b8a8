package org.ascribe.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

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
}
