// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/** A form as the body of a request, sent as it was written. */
public final class FormEntity extends AbstractHttpEntity {

    private final PercentText fields;

    public FormEntity(PercentText fields) {
        super("application/x-www-form-urlencoded; charset=UTF-8", null);
        this.fields = fields;
    }

    @Override
    public long getContentLength() {
        return fields.length();
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public boolean isStreaming() {
        return false;
    }

    @Override
    public InputStream getContent() {
        return fields.toStream();
    }

    @Override
    public void writeTo(OutputStream output) throws IOException {
        fields.writeTo(output);
    }

    @Override
    public void close() {
        // holds nothing
    }
}
