package org.ascribe.extract.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.ascribe.core.Furniture.Kind;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * The visible text of a web page in reading order, one blank line between its blocks, and which of the blocks are not the
 * article.
 *
 * <p>The article is the smallest element that holds most of the page's whole sentences, or what the page itself marks as
 * article. Everything outside it is furniture; inside it, what its tag or class names as such. All walks over the page are
 * loops, so that deep nesting cannot exhaust the stack.
 */
final class HtmlPage {

    private static final Set<String> UNSEEN = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "math",
            "iframe",
            "object",
            "embed",
            "canvas",
            "audio",
            "video",
            "select",
            "option",
            "datalist",
            "head",
            "map",
            "picture");
    private static final Pattern HIDDEN = Pattern.compile("(?i)display\\s*:\\s*none|visibility\\s*:\\s*hidden");
    private static final int SENTENCE_CHARS = 60;
    private static final double MOST = 0.85;
    private static final double TOO_MUCH_TO_BE_FURNITURE = 0.4;

    /** What class names and ids tell, the more telling first. */
    private static final List<Named> CLASSES = List.of(
            new Named(
                    Kind.COMMENT_FORM,
                    word("comments?|commentlist|comment-?(?:form|list|area|section)s?|respond|disqus(?:-thread)?")),
            new Named(
                    Kind.ABOUT_AUTHOR,
                    word(
                            "(?:about-?)?author-?(?:bio|box|info|description|about|profile|card)s?|about-?(?:the-?)?author|bio")),
            new Named(Kind.DISCLAIMER, word("disclaimer|disclaimers")),
            new Named(
                    Kind.CAPTION,
                    word(
                            "caption|captions|figcaption|wp-caption-text|(?:photo|image|img|media)-?(?:credits?|caption|source)")),
            new Named(
                    Kind.RELATED,
                    word(
                            "related|recommend(?:ed|ations?)?|read-?more|also-?read|more-?(?:stories|news|from|on)|trending|popular|outbrain|taboola|sidebar|widget|teasers?|see-?also|latest-?news")),
            new Named(
                    Kind.PROMOTION,
                    word(
                            "share|sharing|sharedaddy|social(?:-?(?:share|media|links|icons))?|newsletters?|subscri(?:be|ption)|sign-?up|adverts?|advertisement|ads?|adsbygoogle|sponsor(?:ed)?|cookies?|consent|donat(?:e|ion)|copyright|footer|paywall|promo(?:tion)?|tags|post-?tags|tagcloud|tags-?links|print|toolbar")),
            new Named(
                    Kind.MENU,
                    word(
                            "nav|navbar|navigation|menu|breadcrumbs?|skip-?link|screen-reader-text|pagination|masthead|top-?bar")),
            new Named(
                    Kind.DATELINE,
                    word(
                            "dateline|datetime|timestamp|posted-?on|(?:post|entry|article|publish(?:ed)?|publication|story)-?(?:date|time|meta)|date|published|updated|entry-?meta|reading-?time")),
            new Named(
                    Kind.BYLINE,
                    word(
                            "byline|by-?author|author-?name|(?:post|entry|article|story)-?author|author|authors|contributors?")));

    private record Named(Kind kind, Pattern names) {}

    /**
     * @param owner the innermost element that holds all of it
     * @param linked how many of its characters are links
     */
    private record Block(int start, int end, Element owner, int linked) {
        int length() {
            return end - start;
        }
    }

    private final Document page;
    private final @Nullable String address;
    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();
    private final IdentityHashMap<Element, Integer> sentenceChars = new IdentityHashMap<>();
    private final IdentityHashMap<Element, Kind> kindByElement = new IdentityHashMap<>();

    private HtmlPage(Document page, @Nullable String address) {
        this.page = page;
        this.address = address;
    }

    /** @param address where the page was found; null if unknown */
    static HtmlPage of(String html, @Nullable String address) {
        HtmlPage result = new HtmlPage(Jsoup.parse(html, address == null ? "" : address), address);
        result.page.body().filter(result.new TextCollector());
        return result;
    }

    private static Pattern word(String words) {
        return Pattern.compile("(?i)(?:^|[\\s_]|.*[\\s_-]|[\\w-]*__)(?:" + words + ")(?:$|[\\s_-].*)");
    }

    /** The text with its furniture, and what the page says of itself. */
    Draft draft(String place) {
        Draft draft = new Draft(place, text.toString());
        new HtmlMetadata(page, address).addTo(draft);
        Element article = article();
        int all = sentenceChars.getOrDefault(article, 0);
        for (Block block : blocks) {
            Kind kind = kindOf(block, article, all);
            if (kind != null) {
                draft.furniture.add(new Draft.Piece(block.start(), block.end(), kind));
            }
        }
        return draft;
    }

    /** Only the text, for fragments that are all article. */
    Draft fragment(String place) {
        return new Draft(place, text.toString());
    }

    // ---- the article

    private Element article() {
        for (Block block : blocks) {
            String words = text.substring(block.start(), block.end());
            boolean sentences = block.length() >= SENTENCE_CHARS
                    && block.linked() * 3 < block.length()
                    && words.chars().anyMatch(c -> c == '.' || c == ',' || c == '?' || c == '!');
            if (sentences && !isOutside(block.owner())) {
                for (Element e = block.owner(); e != null; e = e.parent()) {
                    sentenceChars.merge(e, block.length(), Integer::sum);
                }
            }
        }
        Element body = page.body();
        int all = sentenceChars.getOrDefault(body, 0);
        if (all == 0) {
            return body;
        }
        Element marked = largest("[itemprop=articleBody], article", all / 4);
        if (marked != null) {
            Element enclosing = marked.closest("article");
            Element outer = enclosing == null ? marked : enclosing;
            // An article that holds other articles is a list of them: then the inner one is meant.
            return sentenceChars.getOrDefault(outer, 0) * MOST <= sentenceChars.getOrDefault(marked, 0)
                    ? outer
                    : marked;
        }
        Element best = body;
        boolean deeper = true;
        while (deeper) {
            deeper = false;
            for (Element child : best.children()) {
                if (sentenceChars.getOrDefault(child, 0) >= all * MOST
                        && !child.normalName().equals("p")) {
                    best = child;
                    deeper = true;
                    break;
                }
            }
        }
        return best;
    }

    private @Nullable Element largest(String query, int atLeast) {
        Element best = null;
        int most = Math.max(atLeast, 1);
        for (Element candidate : page.select(query)) {
            int chars = sentenceChars.getOrDefault(candidate, 0);
            if (chars > most) {
                most = chars;
                best = candidate;
            }
        }
        return best;
    }

    /** Whether sentences here are surely not the article's. */
    private boolean isOutside(Element owner) {
        for (Element e = owner; e != null && !e.normalName().equals("body"); e = e.parent()) {
            Kind kind = ownKind(e);
            if (kind == Kind.COMMENT_FORM
                    || kind == Kind.MENU
                    || ((kind == Kind.RELATED || kind == Kind.PROMOTION)
                            && e.select("article, [itemprop=articleBody], h1").isEmpty())) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Kind kindOf(Block block, Element article, int all) {
        boolean inside = false;
        Kind nearest = null;
        for (Element e = block.owner(); e != null; e = e.parent()) {
            if (e.equals(article)) {
                inside = true;
                break;
            }
            boolean tooMuch = sentenceChars.getOrDefault(e, 0) > all * TOO_MUCH_TO_BE_FURNITURE;
            Kind own = tooMuch ? null : ownKind(e);
            boolean fits = (own != Kind.BYLINE && own != Kind.DATELINE) || block.length() <= 150;
            if (own == Kind.COMMENT_FORM || (nearest == null && own != null && fits)) {
                nearest = own;
            }
        }
        if (nearest != null) {
            return nearest;
        }
        if (!inside) {
            return Kind.MENU;
        }
        String words = text.substring(block.start(), block.end());
        boolean onlyLink = block.linked() * 10 >= block.length() * 9 && block.length() <= 200 && !words.endsWith(".");
        return onlyLink && !block.owner().normalName().startsWith("h") ? Kind.RELATED : null;
    }

    private @Nullable Kind ownKind(Element e) {
        if (kindByElement.containsKey(e)) {
            return kindByElement.get(e);
        }
        Kind kind = kindByTag(e);
        if (kind == null) {
            kind = kindByClass(e);
        }
        kindByElement.put(e, kind);
        return kind;
    }

    private static @Nullable Kind kindByTag(Element e) {
        return switch (e.normalName()) {
            case "nav", "menu" -> Kind.MENU;
            case "header" -> e.closest("article, main") == null && e.selectFirst("h1") == null ? Kind.MENU : null;
            case "footer" -> Kind.PROMOTION;
            case "aside" -> Kind.RELATED;
            case "figcaption", "figure" -> Kind.CAPTION;
            case "form", "button", "label" ->
                e.hasAttr("id") && e.id().toLowerCase(Locale.ROOT).contains("comment") ? Kind.COMMENT_FORM : null;
            case "time" -> Kind.DATELINE;
            default -> "navigation".equals(e.attr("role")) ? Kind.MENU : null;
        };
    }

    private static @Nullable Kind kindByClass(Element e) {
        if (Set.of("article", "main", "body", "html").contains(e.normalName())) {
            return null;
        }
        String names = e.className() + " " + e.id();
        if (!names.isBlank() && names.length() < 500) {
            for (Named named : CLASSES) {
                if (named.names().matcher(names).matches()) {
                    return named.kind();
                }
            }
        }
        String tag = e.normalName();
        return tag.equals("form") || tag.equals("button") ? Kind.PROMOTION : null;
    }

    // ---- the text

    /** Gathers blocks of text; white space within them is as a browser shows it. */
    private final class TextCollector implements NodeFilter {

        private final StringBuilder block = new StringBuilder();
        private final Deque<Element> containers = new ArrayDeque<>();
        private @Nullable Element owner;
        private int linkDepth;
        private int linked;

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
                append(words);
                return FilterResult.CONTINUE;
            }
            if (!(node instanceof Element e)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            String tag = e.normalName();
            if (UNSEEN.contains(tag)
                    || e.hasAttr("hidden")
                    || (e.hasAttr("style") && HIDDEN.matcher(e.attr("style")).find())) {
                return FilterResult.SKIP_ENTIRELY;
            }
            switch (tag) {
                case "br" -> block.append('\n');
                case "td", "th" -> block.append(block.isEmpty() ? "" : " ");
                case "a" -> linkDepth++;
                default -> {
                    if (isBlock(e)) {
                        flush();
                        containers.push(e);
                    }
                }
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element e) {
                if (e.normalName().equals("a")) {
                    linkDepth--;
                } else if (isBlock(e)) {
                    flush();
                    containers.pop();
                }
            }
            return FilterResult.CONTINUE;
        }

        private static boolean isBlock(Element e) {
            String tag = e.normalName();
            return (e.isBlock() && !tag.equals("td") && !tag.equals("th") && !tag.equals("br"))
                    || tag.equals("button")
                    || tag.equals("label");
        }

        private void append(TextNode words) {
            Element own = words.parentElement();
            Element parent = own == null ? page.body() : own;
            boolean pre = parent.closest("pre") != null;
            String content = words.getWholeText();
            int before = block.length();
            for (int i = 0; i < content.length(); i++) {
                char c = content.charAt(i);
                boolean space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
                if (pre && space) {
                    block.append(c == '\r' ? ' ' : c);
                } else if (!space) {
                    block.append(c);
                } else if (!block.isEmpty()
                        && block.charAt(block.length() - 1) != ' '
                        && block.charAt(block.length() - 1) != '\n') {
                    block.append(' ');
                }
            }
            if (!content.isBlank()) {
                linked += linkDepth > 0 ? block.length() - before : 0;
                Element container = containers.isEmpty() ? page.body() : containers.peek();
                owner = owner == null || owner.equals(parent) ? parent : container;
            }
        }

        /** Two line breaks in a row end a paragraph, as they look on the screen. */
        private void flush() {
            if (!block.toString().isBlank() && owner != null) {
                int whole = block.length();
                for (String part : block.toString().split("\\n[ \\u00A0]*\\n\\s*", -1)) {
                    String words = part.replaceAll(" *\\n *", "\n").strip();
                    if (!words.isEmpty()) {
                        text.append(text.isEmpty() ? "" : "\n\n");
                        int start = text.length();
                        text.append(words);
                        int share = (int) ((long) linked * words.length() / Math.max(1, whole));
                        blocks.add(new Block(start, text.length(), owner, share));
                    }
                }
            }
            block.setLength(0);
            owner = null;
            linked = 0;
        }
    }
}
