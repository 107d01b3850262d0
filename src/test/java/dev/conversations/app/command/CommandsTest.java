// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.app.command.Commands.Command;
import dev.conversations.app.delivery.Undeliverable;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandsTest {
    private static final String KEY = "4711";

    private final Commands commands = new Commands(true);

    @Test
    void aCommandIsAnOperationWithItsArguments() throws Undeliverable {
        assertThat(read("{'operation':'users/fetch','arguments':{'sid':'US1'}}"))
                .isEqualTo(new Command(null, "users/fetch", Map.of("sid", "US1")));
        assertThat(read("{'id':7,'operation':'users/list','arguments':{}}"))
                .isEqualTo(new Command("7", "users/list", Map.of()));
    }

    @Test
    void aMessageIsMarkedAsOurs() throws Undeliverable {
        assertThat(read("{'operation':'messages/create','arguments':{'body':'Yes','attributes':{'x':1}}}").arguments())
                .isEqualTo(Map.of("body", "Yes", "author", "bridge", "webhookEnabled", true,
                        "idempotencyKey", KEY, "attributes", Map.of("x", 1, "origin", "bridge")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "Hello | The command is no JSON object with operation and arguments.",
        "[] | The command is no JSON object with operation and arguments.",
        "{} | The command has no arguments: a JSON object of options by name, {} for none.",
        "{'arguments':{}} | The command's operation is no name such as messages/create.",
        "{'operation':'messages','arguments':{}} | The command's operation is no name such as messages/create.",
        "{'operation':'+15551230001/x','arguments':{}} | The command's operation is no name such as messages/create.",
        "{'operation':'messages/shout','arguments':{}} | There is no operation messages/shout; "
                + "catalog/operations.md lists those there are.",
        "{'operation':'users/list','arguments':{},'x':1} | A command has operation, arguments and maybe an id, "
                + "no other members.",
        "{'operation':'messages/create','arguments':{'attributes':'x'}} | The message's attributes are no JSON object."
    })
    void whatIsNoCommandIsUndeliverable(String json, String reason) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(Undeliverable.class).hasMessage(reason);
    }

    @Test
    void aReplySaysWhatCameOfWhichCommand() {
        Command command = new Command("7", "users/list", Map.of());

        assertThat(new String(commands.reply(command, Arrays.asList(1, null)), UTF_8))
                .isEqualTo("{\"id\":\"7\",\"operation\":\"users/list\",\"result\":[1,null]}");
    }

    private Command read(String json) throws Undeliverable {
        return commands.read(json.replace('\'', '"').getBytes(UTF_8), KEY);
    }
}
