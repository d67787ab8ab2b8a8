package org.ascribe.extract.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.ascribe.core.Outcome;
import org.ascribe.core.Report;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;

/** Web archives: every page, text or PDF that was fetched well is a report. The day of the crawl is not taken for its day. */
final class WarcFileReader implements FormatReader {

    private static final Set<String> READ =
            Set.of("text/html", "application/xhtml+xml", "text/plain", "application/pdf");

    private final ReportReader reports;

    WarcFileReader(ReportReader reports) {
        this.reports = reports;
    }

    @Override
    public Reading read(Input input, ReadSettings settings) throws IOException {
        InputStream in = input.open();
        WarcReader warc;
        try {
            warc = new WarcReader(in);
        } catch (IOException | RuntimeException broken) {
            in.close();
            throw broken;
        }
        return new Reading() {
            private int number = 0;
            private boolean any = false;
            private String place = input.place();
            private @Nullable Reading page;

            @Override
            public @Nullable Outcome<Report> next() throws IOException, Unreadable {
                while (true) {
                    Outcome<Report> outcome = page == null ? null : Trouble.nextOf(page, place);
                    if (outcome != null) {
                        return outcome;
                    }
                    page = null;
                    Optional<WarcRecord> upcoming = warc.next();
                    if (upcoming.isEmpty()) {
                        if (!any) {
                            any = true;
                            throw new Unreadable(
                                    "no-text",
                                    "no record in it is a web page or text; give an archive that holds pages");
                        }
                        return null;
                    }
                    number++;
                    if (upcoming.get() instanceof WarcTargetRecord record) {
                        place = "%s, record %d (%s)".formatted(input.place(), number, record.target());
                        try {
                            Input part = part(input, place, record);
                            any |= part != null;
                            page = part == null ? null : reports.open(part, settings);
                        } catch (Unreadable | RuntimeException | StackOverflowError bad) {
                            return Trouble.skipped(place, bad);
                        }
                    }
                }
            }

            @Override
            public void close() throws IOException {
                warc.close();
                in.close();
            }
        };
    }

    private static @Nullable Input part(Input input, String place, WarcTargetRecord record)
            throws IOException, Unreadable {
        MediaType type;
        MessageBody body;
        if (record instanceof WarcResponse response
                && response.contentType().base().equals(MediaType.HTTP)) {
            HttpResponse http = response.http();
            if (http.status() != 200) {
                return null;
            }
            type = http.contentType();
            body = http.bodyDecoded();
        } else if (record instanceof WarcResource resource) {
            type = resource.contentType();
            body = resource.body();
        } else {
            return null;
        }
        String base = type.base().toString();
        if (!READ.contains(base)) {
            return null;
        }
        byte[] content = body.stream().readNBytes(Limits.PAGE_BYTES + 1);
        if (content.length > Limits.PAGE_BYTES) {
            throw new Unreadable(
                    "file-too-large",
                    "the page is larger than %d MB, the most that is read of one; leave it out"
                            .formatted(Limits.PAGE_BYTES >> 20));
        }
        return input.part(place, record.target(), base, type.parameters().get("charset"), content);
    }
}
