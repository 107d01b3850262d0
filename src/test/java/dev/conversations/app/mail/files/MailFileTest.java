// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MailFileTest {

    @Test
    void namesAndTypesFromOutsideAreMadeHarmless() {
        assertThat(MailFile.missing("a/../\r\nparcel.png", "image/png\r\nBcc: x", "it could not be fetched"))
                .isEqualTo("[not attached: a_..___parcel.png, application/octet-stream: it could not be fetched]");
    }
}
