// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.parts;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.app.delivery.Undeliverable;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpaqueSignatureTest {
    private static final Path REPLIES = Path.of("src/test/resources/dev/conversations/app/mail/replies");
    /** The beginning of an encrypted mail. */
    private static final String ENVELOPED = "MIAGCSqGSIb3DQEHA6CAMIACAQAxggFDMIIBPwIBADAnMCIxIDAeBgNVBAMMF0FkYQ==";

    @ParameterizedTest
    @ValueSource(strings = {"smime-opaque-der", "smime-opaque-ber"})
    void theContentIsThatWhichWasSigned(String name) throws Exception {
        assertThat(new String(OpaqueSignature.content(signed(name)), UTF_8)).startsWith("Content-Type: multipart/mixed;")
                .contains("It is on its way.").endsWith("--in--\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"smime-opaque-der", "smime-opaque-ber"})
    void whatIsCutOrBrokenEndsInOneKindOfFailure(String name) throws Exception {
        byte[] signed = signed(name);
        for (int at = 0; at < signed.length; at++) {
            tried(Arrays.copyOf(signed, at));
            for (int bit = 1; bit < 256; bit <<= 1) {
                byte[] broken = signed.clone();
                broken[at] ^= (byte) bit;
                tried(broken);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/pkcs7-mime", "application/x-pkcs7-mime; name=smime.p7m", "application/pkcs7-mime; smime-type=signed-data"})
    void whatIsEncryptedIsNotOpened(String type) {
        assertThatThrownBy(() -> MailParts.of(new MimeMessage((Session) null, new ByteArrayInputStream(
                ("Content-Type: " + type + "\nContent-Transfer-Encoding: base64\n\n" + ENVELOPED + "\n").getBytes(US_ASCII)))))
                .isInstanceOf(Undeliverable.class).hasMessage("The mail is encrypted.");
    }

    @Test
    void whatIsNestedWithoutEndIsRefused() {
        byte[] source = new byte[100_000];
        for (int i = 0; i < source.length; i += 2) {
            source[i] = 0x30;
            source[i + 1] = (byte) 0x80;
        }
        assertThatThrownBy(() -> OpaqueSignature.content(source)).isInstanceOf(IOException.class);
    }

    private static void tried(byte[] source) {
        try {
            OpaqueSignature.content(source);
        } catch (IOException e) {
            assertThat(e).hasMessageNotContaining("null");
        }
    }

    private static byte[] signed(String name) throws IOException {
        String mail = Files.readString(REPLIES.resolve(name + ".eml"));
        return Base64.getMimeDecoder().decode(mail.substring(mail.indexOf("\n\n")));
    }
}
