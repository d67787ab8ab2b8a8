package org.ascribe.extract.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Web pages, saved or fetched. */
final class HtmlReader implements FormatReader {

    private static final Pattern DECLARED = Pattern.compile("(?i)<meta[^>]{1,200}?charset\\s*=\\s*[\"']?\\s*([\\w.:-]+)"
            + "|<\\?xml[^>]{1,100}?encoding\\s*=\\s*[\"']([\\w.:-]+)");
    private static final int DECLARED_WITHIN = 4096;

    @Override
    public Reading read(Input input, ReadSettings settings) throws IOException, Unreadable {
        byte[] bytes = input.all(Limits.PAGE_BYTES);
        String html = TextDecoder.decode(bytes, input.charset() == null ? declaredCharset(bytes) : input.charset());
        Draft draft = HtmlPage.of(html, input.url()).draft(input.place());
        draft.source = input.place();
        return Reading.of(ReportMaker.make(draft, settings));
    }

    /** As an HTML or XML document says of itself; null if it does not. */
    static @Nullable String declaredCharset(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, DECLARED_WITHIN), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(head);
        return !declared.find() ? null : declared.group(1) != null ? declared.group(1) : declared.group(2);
    }
}
