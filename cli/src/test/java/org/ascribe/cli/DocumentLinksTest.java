package org.ascribe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents at the root and in docs lead somewhere: a class that moves takes its link along. Pictures are not looked at. */
class DocumentLinksTest {

    private static final Path HOME = Path.of("..");
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]]*\\]\\((?!https?:|#)([^)\\s#]+)(?:#[^)]*)?\\)");

    @Test
    void everyRelativeLinkLeadsToAFileOrFolder() throws IOException {
        List<String> broken = new ArrayList<>();
        List<Path> documents = documents();
        assertThat(documents).as("documents found").hasSizeGreaterThan(5);
        for (Path document : documents) {
            Matcher link = LINK.matcher(Files.readString(document));
            while (link.find()) {
                Path target = document.resolveSibling(link.group(1)).normalize();
                if (!Files.exists(target)) {
                    broken.add(HOME.relativize(document) + " -> " + link.group(1));
                }
            }
        }
        assertThat(broken)
                .as("links to files that are not there; write where they have gone")
                .isEmpty();
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> root = Files.list(HOME);
                Stream<Path> docs = Files.walk(HOME.resolve("docs"))) {
            return Stream.concat(root, docs)
                    .filter(file -> file.toString().endsWith(".md") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
    }
}
