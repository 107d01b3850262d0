// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.api.operation.Operations;
import jakarta.jms.JMSException;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ParseException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReasonsTest {

    @Test
    void whatIsOursOrTellsOfAConnectionIsTold() {
        assertThat(Reasons.of(new Undeliverable("The mail says nothing."))).isEqualTo("The mail says nothing.");
        assertThat(Reasons.of(new IOException("Connection refused")))
                .isEqualTo("A connection or a file failed: Connection refused.");
        assertThat(Reasons.of(new IllegalStateException("hidden", new IOException("Connection refused"))))
                .isEqualTo("A connection or a file failed: Connection refused.");
    }

    static List<Throwable> failures() {
        return List.of(new NullPointerException(), new ArithmeticException("by zero"), new StackOverflowError(),
                new UnknownHostException("mail.shop.example"), new SocketTimeoutException(), new ConnectException(null),
                new EOFException(), new MessagingException("550 <ada@example.com>"), new ParseException("<ada@example.com>"),
                new AuthenticationFailedException(), new JMSException("AMQ219014"), new TimeoutException(),
                new InterruptedException(), new ExecutionException(new NullPointerException()));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyReasonIsASentenceAndNamesNobody(Throwable failure) {
        assertThat(Reasons.of(failure)).matches("[A-Z][a-z]* [^@+]*[a-z] .*\\.");
    }

    @Test
    void anOptionThatIsWrongIsNamed() {
        try {
            Operations.all().get("messages/create").checkNames(Set.of("text"));
        } catch (IllegalArgumentException e) {
            assertThat(Reasons.of(e)).startsWith("messages/create has no option text");
            return;
        }
        throw new AssertionError("there is no option text");
    }

    @Test
    void whatOthersSayMayRepeatPersonalThings() {
        Exception theirs = new IllegalStateException("No converter for +15551230001");

        assertThat(Reasons.of(theirs)).isEqualTo("Something failed that nobody foresaw"
                + " (IllegalStateException, in ReasonsTest.whatOthersSayMayRepeatPersonalThings).");
        assertThat(Reasons.of(new RuntimeException("550 <ada@example.com>", theirs)))
                .startsWith("Something failed that nobody foresaw (RuntimeException, because of IllegalStateException");
        assertThat(Reasons.of(null)).isEqualTo("No reason is known.");
    }
}
