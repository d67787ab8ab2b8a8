package org.ascribe.extract.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jspecify.annotations.Nullable;

/** A mail message: its text part, or its HTML part where it has no other. Attachments are not read. */
final class MailReader implements FormatReader {

    private static final int PARTS = 1000;

    @Override
    public Reading read(Input input, ReadSettings settings) throws IOException, Unreadable {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.custom()
                .setMaxLineLen(-1)
                .setMaxHeaderLen(1 << 20)
                .setMaxHeaderCount(10_000)
                .build());
        Message mail = builder.parseMessage(new ByteArrayInputStream(input.all(Limits.DOCUMENT_BYTES)));
        try {
            Draft draft = draft(input, mail);
            draft.title = Draft.orNull(mail.getSubject());
            draft.url = input.url();
            draft.source = input.place();
            if (mail.getFrom() != null) {
                for (Mailbox from : mail.getFrom()) {
                    draft.authors.add(from.getName() == null ? from.getAddress() : from.getName());
                }
            }
            // The day as the sender's clock had it: the field itself, because the parsed date has lost its offset.
            Field date = mail.getHeader().getField("Date");
            draft.published = date == null ? null : Dates.find(date.getBody()).orElse(null);
            return Reading.of(ReportMaker.make(draft, settings));
        } finally {
            mail.dispose();
        }
    }

    private static Draft draft(Input input, Message mail) throws IOException, Unreadable {
        Entity html = null;
        int seen = 0;
        Deque<Entity> open = new ArrayDeque<>();
        open.push(mail);
        while (!open.isEmpty() && seen++ < PARTS) {
            Entity part = open.pop();
            if (part.getBody() instanceof Multipart several) {
                for (int i = several.getBodyParts().size() - 1; i >= 0; i--) {
                    open.push(several.getBodyParts().get(i));
                }
            } else if (!"attachment".equalsIgnoreCase(part.getDispositionType())) {
                if ("text/plain".equalsIgnoreCase(part.getMimeType())) {
                    String text = text(part, null);
                    if (!text.isBlank()) {
                        return new Draft(input.place(), text);
                    }
                }
                if (html == null && "text/html".equalsIgnoreCase(part.getMimeType())) {
                    html = part;
                }
            }
        }
        if (html == null) {
            throw new Unreadable(
                    "no-text", "the message has neither a text nor an HTML part; save its attachments and give those");
        }
        return HtmlPage.of(text(html, "html"), null).fragment(input.place());
    }

    private static String text(Entity part, @Nullable String kind) throws IOException, Unreadable {
        if (!(part.getBody() instanceof SingleBody body)) {
            return "";
        }
        try (InputStream in = body.getInputStream()) {
            byte[] bytes = in.readNBytes(Limits.PAGE_BYTES);
            boolean declared = part.getHeader().getField("Content-Type") != null
                    && part.getHeader()
                            .getField("Content-Type")
                            .getBody()
                            .toLowerCase(Locale.ROOT)
                            .contains("charset");
            String charset = declared ? part.getCharset() : kind == null ? null : HtmlReader.declaredCharset(bytes);
            return TextDecoder.decode(bytes, charset);
        }
    }
}
