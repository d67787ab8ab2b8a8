package org.ascribe.extract.read;

import java.io.IOException;

final class MailReader implements FormatReader {

    @Override
    public Reading read(Input input, ReadSettings settings) throws IOException, Unreadable {
        throw new Unreadable("format-unsupported", "this format is not read yet; save it as plain text");
    }
}
