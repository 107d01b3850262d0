package dev.conversations.app.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.api.operation.Operations;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReasonsTest {

    @Test
    void whatIsOursOrTellsOfAConnectionIsTold() {
        assertThat(Reasons.of(new Undeliverable("The mail says nothing."))).isEqualTo("The mail says nothing.");
        assertThat(Reasons.of(new IOException("Connection refused"))).isEqualTo("Connection refused");
        assertThat(Reasons.of(new IllegalStateException("hidden", new IOException("Connection refused"))))
                .isEqualTo("Connection refused");
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

        assertThat(Reasons.of(theirs)).isEqualTo("IllegalStateException");
        assertThat(Reasons.of(new RuntimeException("550 <ada@example.com>", theirs)))
                .isEqualTo("RuntimeException, because of IllegalStateException");
        assertThat(Reasons.of(null)).isEqualTo("No reason is known.");
    }
}
