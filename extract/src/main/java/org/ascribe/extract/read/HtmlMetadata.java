package org.ascribe.extract.read;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.ascribe.core.Genre;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a web page says of itself: JSON-LD first, then Open Graph and other meta elements, then its headings. A value that
 * cannot be read, such as a date in an odd form, is passed over for the next place that states it.
 */
final class HtmlMetadata {

    private static final List<String> DATE_NAMES = List.of(
            "article:published_time",
            "og:published_time",
            "og:article:published_time",
            "datepublished",
            "citation_publication_date",
            "citation_online_date",
            "dc.date.issued",
            "dcterms.issued",
            "dcterms.created",
            "dc.date",
            "parsely-pub-date",
            "sailthru.date",
            "publish-date",
            "publication_date",
            "pubdate",
            "publishdate",
            "date");

    private final Document page;
    private final @Nullable String address;
    private final @Nullable JsonNode article;

    HtmlMetadata(Document page, @Nullable String address) {
        this.page = page;
        this.address = address;
        this.article = jsonLdArticle();
    }

    void addTo(Draft draft) {
        draft.outlet = first(
                meta("og:site_name"),
                name("publisher"),
                meta("citation_journal_title"),
                meta("application-name"),
                meta("dc.publisher"));
        draft.title = title(draft);
        draft.authors.addAll(authors(draft.outlet));
        draft.published = published();
        draft.language = Draft.orNull(page.select("html").attr("lang"));
        draft.genre = genre();
        draft.url = url();
    }

    private @Nullable String title(Draft draft) {
        String outlet = draft.outlet;
        Element heading = page.selectFirst("h1");
        String title = first(
                string(article, "headline"),
                meta("og:title"),
                meta("citation_title"),
                meta("twitter:title"),
                page.title(),
                heading == null ? null : heading.text());
        if (title == null) {
            return null;
        }
        // "Headline - Outlet": the suffix is the outlet's, if the page's heading or the outlet's name says so
        int cut = Math.max(title.lastIndexOf(" | "), Math.max(title.lastIndexOf(" - "), title.lastIndexOf(" – ")));
        if (cut > 10) {
            String rest = title.substring(cut + 3).strip();
            boolean outletFollows = outlet != null
                    && (rest.equalsIgnoreCase(outlet)
                            || outlet.toLowerCase(Locale.ROOT).contains(rest.toLowerCase(Locale.ROOT)));
            boolean headingWithout = heading != null
                    && heading.text()
                            .strip()
                            .equalsIgnoreCase(title.substring(0, cut).strip());
            if (headingWithout && draft.outlet == null) {
                draft.outlet = Draft.orNull(rest);
            }
            return outletFollows || headingWithout ? title.substring(0, cut).strip() : title;
        }
        return title;
    }

    private List<String> authors(@Nullable String outlet) {
        List<String> names = new ArrayList<>();
        JsonNode given = article == null ? null : article.get("author");
        if (given != null) {
            Stream<JsonNode> each = given.isArray() ? given.valueStream() : Stream.of(given);
            each.filter(author -> !"Organization".equals(string(author, "@type")))
                    .map(author -> author.isString() ? author.asString() : string(author, "name"))
                    .filter(Objects::nonNull)
                    .forEach(names::add);
        }
        if (names.isEmpty()) {
            page.select(
                            "meta[name=citation_author], meta[name=author], meta[property=article:author], meta[name=dc.creator]")
                    .forEach(element -> names.add(element.attr("content")));
        }
        if (names.isEmpty()) {
            page.select("a[rel=author], [itemprop=author] [itemprop=name]")
                    .forEach(element -> names.add(element.text()));
        }
        return names.stream()
                .flatMap(name -> Stream.of(name.split(";|,? and |, (?=\\p{Lu})")))
                .map(name -> name.strip().replaceFirst("(?i)^by ", ""))
                .filter(name -> !name.isEmpty() && name.length() <= 80 && !name.contains("/") && !name.contains("@"))
                .filter(name -> !name.equalsIgnoreCase(outlet) && !FurnitureFinder.isNoPerson(name))
                .distinct()
                .toList();
    }

    private @Nullable LocalDate published() {
        List<String> values = new ArrayList<>();
        values.add(string(article, "datePublished"));
        DATE_NAMES.forEach(name -> values.add(meta(name)));
        page.select("[itemprop=datePublished]")
                .forEach(e -> values.add(first(e.attr("content"), e.attr("datetime"), e.text())));
        page
                .select(
                        "time[pubdate], article time[datetime], time.published, time.entry-date, main time[datetime], time[datetime]")
                .stream()
                .limit(1)
                .forEach(e -> values.add(e.attr("datetime")));
        return values.stream()
                .map(value -> Dates.find(value).orElse(null))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Genre genre() {
        String type = article == null || article.get("@type") == null
                ? ""
                : article.get("@type").toString();
        String section = first(meta("article:section"), string(article, "articleSection"), "");
        String lower = section == null ? "" : section.toLowerCase(Locale.ROOT);
        if (type.contains("OpinionNewsArticle")
                || lower.matches(".*\\b(opinions?|op-?ed|editorials?|commentary|views?)\\b.*")) {
            return Genre.OPINION;
        }
        return type.contains("AnalysisNewsArticle") || lower.matches(".*\\banalys[ie]s\\b.*") ? Genre.ANALYSIS : null;
    }

    private @Nullable String url() {
        Element link = page.selectFirst("link[rel=canonical]");
        String stated = first(link == null ? null : link.attr("href"), meta("og:url"));
        boolean whole = stated != null && stated.matches("(?i)https?://[^\\s/]+/.*");
        return whole ? stated : address;
    }

    private @Nullable JsonNode jsonLdArticle() {
        for (Element script : page.select("script[type=application/ld+json]")) {
            try {
                Deque<JsonNode> open = new ArrayDeque<>(List.of(JsonLinesReader.JSON.readTree(script.data())));
                while (!open.isEmpty()) {
                    JsonNode node = open.pop();
                    if (node.isArray()) {
                        node.forEach(open::add);
                    } else if (node.isObject()) {
                        JsonNode type = node.get("@type");
                        if (type != null && type.toString().matches(".*(?:Article|BlogPosting|Report)\".*")) {
                            return node;
                        }
                        JsonNode graph = node.get("@graph");
                        if (graph != null) {
                            open.add(graph);
                        }
                    }
                }
            } catch (JacksonException malformed) {
                // pages are full of these, and say the same elsewhere
            }
        }
        return null;
    }

    private @Nullable String name(String field) {
        JsonNode node = article == null ? null : article.get(field);
        return node == null ? null : node.isString() ? node.asString() : string(node, "name");
    }

    private static @Nullable String string(@Nullable JsonNode node, String field) {
        JsonNode value = node == null ? null : node.get(field);
        return value == null || !value.isString() ? null : Draft.orNull(value.asString());
    }

    private @Nullable String meta(String name) {
        for (String key : List.of("property", "name", "itemprop")) {
            for (Element element : page.getElementsByAttributeValue(key, name)) {
                if (element.normalName().equals("meta")
                        && !element.attr("content").isBlank()) {
                    return element.attr("content").strip();
                }
            }
        }
        return null;
    }

    private static @Nullable String first(@Nullable String... values) {
        for (String value : values) {
            if (value != null && !value.isBlank()) {
                return value.strip();
            }
        }
        return null;
    }
}
