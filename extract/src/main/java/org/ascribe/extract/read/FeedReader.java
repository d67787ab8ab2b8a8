package org.ascribe.extract.read;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.ascribe.core.Outcome;
import org.ascribe.core.Report;
import org.jspecify.annotations.Nullable;

/** RSS and Atom: every entry is a report, with the text that the feed carries. */
final class FeedReader implements FormatReader {

    @Override
    public Reading read(Input input, ReadSettings settings) throws IOException, Unreadable {
        byte[] bytes = input.all(Limits.PAGE_BYTES);
        String xml = TextDecoder.decode(bytes, HtmlReader.declaredCharset(bytes));
        SyndFeed feed;
        try {
            feed = new SyndFeedInput().build(new StringReader(xml));
        } catch (FeedException | IllegalArgumentException broken) {
            throw new Unreadable(
                    "feed-malformed",
                    "it is not valid RSS or Atom (%s); fetch it again, or save its articles as pages"
                            .formatted(Trouble.reason(broken)));
        }
        List<Outcome<Report>> outcomes = new ArrayList<>();
        int number = 0;
        for (SyndEntry entry : feed.getEntries()) {
            outcomes.add(report(input.place() + ", entry " + ++number, feed, entry, settings));
        }
        if (outcomes.isEmpty()) {
            throw new Unreadable("no-text", "the feed has no entries; leave it out, or fetch it again later");
        }
        return Reading.of(outcomes);
    }

    private static Outcome<Report> report(String place, SyndFeed feed, SyndEntry entry, ReadSettings settings) {
        String content = Stream.concat(entry.getContents().stream(), Stream.ofNullable(entry.getDescription()))
                .map(SyndContent::getValue)
                .filter(value -> value != null && !value.isBlank())
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        Draft draft = HtmlPage.of(content, null).fragment(place);
        draft.docid = null;
        draft.title = Draft.orNull(entry.getTitle());
        draft.outlet = Draft.orNull(feed.getTitle());
        entry.getAuthors().stream().map(SyndPerson::getName).forEach(name -> draft.authors.addAll(Fields.names(name)));
        if (draft.authors.isEmpty()) {
            draft.authors.addAll(Fields.names(entry.getAuthor()));
        }
        draft.published = day(entry.getPublishedDate() == null ? entry.getUpdatedDate() : entry.getPublishedDate());
        draft.url = Draft.orNull(entry.getLink());
        draft.source = place;
        return ReportMaker.make(draft, settings);
    }

    private static @Nullable LocalDate day(@Nullable Date date) {
        return date == null ? null : LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC);
    }
}
