package org.ascribe.extract.read;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a file is: by its content first, by its name or declared media type only where the content leaves it open. */
enum Format {
    TEXT("plain text"),
    HTML("HTML"),
    PDF("PDF"),
    DOCX("DOCX"),
    EML("a mail message"),
    FEED("RSS or Atom"),
    WARC("WARC"),
    JSON_LINES("JSON Lines"),
    CSV("CSV");

    static final int HEAD_BYTES = 8192;

    private static final Map<String, Format> BY_EXTENSION = Map.ofEntries(
            Map.entry("txt", TEXT),
            Map.entry("text", TEXT),
            Map.entry("md", TEXT),
            Map.entry("html", HTML),
            Map.entry("htm", HTML),
            Map.entry("xhtml", HTML),
            Map.entry("pdf", PDF),
            Map.entry("docx", DOCX),
            Map.entry("eml", EML),
            Map.entry("rss", FEED),
            Map.entry("atom", FEED),
            Map.entry("xml", FEED),
            Map.entry("warc", WARC),
            Map.entry("jsonl", JSON_LINES),
            Map.entry("ndjson", JSON_LINES),
            Map.entry("json", JSON_LINES),
            Map.entry("csv", CSV));

    /** Documents that are not read: worth a line, where a picture or a program beside the reports is not. */
    private static final Set<String> OTHER_DOCUMENTS = Set.of(
            "doc", "rtf", "odt", "pages", "epub", "docm", "xls", "xlsx", "ods", "mht", "mhtml", "msg", "mbox", "zip");

    private static final Pattern XML_PROLOGUE = Pattern.compile("\\A(?:\\s++|<\\?[^>]{0,500}>|<!--(?s:.{0,2000}?)-->"
            + "|<!DOCTYPE(?! ?html)[^\\[>]{0,500}(?:\\[[^\\]]{0,2000}\\]\\s{0,20})?>)*");
    private static final Pattern FEED_START = Pattern.compile("\\A<(?:rss|feed|rdf:RDF|atom:feed)[\\s>]");
    private static final Pattern HTML_START = Pattern.compile("\\A<(?:!doctype html|html|head|body|title|meta)\\b");
    private static final Pattern MAIL_HEADER =
            Pattern.compile("(?mi)^(?:From|To|Date|Subject|Received|Return-Path|Message-ID|MIME-Version|Delivered-To|"
                    + "Content-Type|X-[\\w-]+|DKIM-Signature|Reply-To|List-Id): ");
    private static final Pattern MAIL_ONLY =
            Pattern.compile("(?mi)^(?:Received|Return-Path|Message-ID|MIME-Version|Content-Type): ");

    private final String name;

    Format(String name) {
        this.name = name;
    }

    /** Whether a file found in a folder is meant to be read, so that one that cannot be is worth a line. */
    static boolean isReportName(String fileName) {
        String extension = Input.extension(fileName);
        return BY_EXTENSION.containsKey(extension) || OTHER_DOCUMENTS.contains(extension);
    }

    static Format of(Input input, byte[] head) throws Unreadable {
        Format named = BY_EXTENSION.get(input.extension());
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (start.startsWith("%PDF-") || (named == PDF && start.contains("%PDF-"))) {
            return PDF;
        }
        if (start.startsWith("PK\u0003\u0004")) {
            if (named == DOCX || start.contains("word/") || (start.contains("[Content_Types].xml") && named != null)) {
                return DOCX;
            }
            throw new Unreadable(
                    "format-unsupported",
                    "it is a zip archive%s; unpack it and give the files in it".formatted(as(named)));
        }
        if (start.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            return DOCX; // an old Word file or an encrypted new one; its reader tells them apart
        }
        if (start.startsWith("WARC/")) {
            return WARC;
        }
        if (start.startsWith("{\\rtf")) {
            throw new Unreadable("format-unsupported", "it is rich text (RTF); save it as DOCX or as plain text");
        }
        boolean utf16 = start.startsWith("\u00FF\u00FE") || start.startsWith("\u00FE\u00FF");
        if (!utf16 && isBinary(head)) {
            throw new Unreadable(
                    named == null ? "format-unknown" : "format-mismatch",
                    "it holds %s%s; give the document itself, in one of the formats read: text, HTML, PDF, DOCX, EML, RSS/Atom, WARC, JSON Lines, CSV"
                            .formatted(magic(start), as(named)));
        }
        return ofText(input, named, start);
    }

    private static Format ofText(Input input, @Nullable Format named, String start) throws Unreadable {
        String content = start.startsWith("\u00EF\u00BB\u00BF") ? start.substring(3) : start;
        String body = XML_PROLOGUE.matcher(content).replaceFirst("");
        if (FEED_START.matcher(body).find()) {
            return FEED;
        }
        if (HTML_START
                .matcher(body.substring(0, Math.min(20, body.length())).toLowerCase(Locale.ROOT))
                .find()) {
            return HTML;
        }
        String type = input.mediaType() == null ? "" : input.mediaType();
        if (named == null && (type.equals("text/html") || type.equals("application/xhtml+xml"))) {
            return HTML;
        }
        if (named == PDF
                || named == DOCX
                || named == WARC
                || named == FEED
                || OTHER_DOCUMENTS.contains(input.extension())) {
            throw new Unreadable(
                    "format-mismatch",
                    "its name ends in .%s, but it holds text that is not %s; rename it to .txt if it is plain text, or fetch it again"
                            .formatted(input.extension(), named == null ? "of that kind" : named.name));
        }
        if (named != null && named != TEXT) {
            return named;
        }
        if (input.extension().equals("tsv") || type.equals("text/csv")) {
            return CSV;
        }
        int blank = content.indexOf("\n\n");
        String headers = content.substring(0, blank < 0 ? Math.min(content.length(), 2000) : blank);
        if (MAIL_ONLY.matcher(headers).find()
                && MAIL_HEADER.matcher(headers).results().count() >= 3) {
            return EML;
        }
        if (named == null && body.startsWith("{\"")) {
            return JSON_LINES;
        }
        return TEXT;
    }

    /** Whether the bytes hold control characters that no text has. */
    static boolean isBinary(byte[] head) {
        int odd = 0;
        for (byte b : head) {
            if (b == 0) {
                return true;
            }
            odd += b > 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 0x1A ? 1 : 0;
        }
        return odd * 50 > head.length;
    }

    private static String magic(String start) {
        if (start.startsWith("\u0089PNG") || start.startsWith("\u00FF\u00D8\u00FF") || start.startsWith("GIF8")) {
            return "a picture";
        }
        if (start.startsWith("\u007FELF") || start.startsWith("MZ")) {
            return "a program";
        }
        return "binary data";
    }

    private static String as(@Nullable Format named) {
        return named == null ? "" : ", not " + named.name + " as its name says";
    }
}
