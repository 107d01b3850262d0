package consumer;

import org.apache.camel.dsl.jbang.core.commands.CamelJBangMain;

/** The command {@code camel}. */
final class Command {

    private Command() {}

    public static void main(String[] arguments) {
        CamelJBangMain.run(arguments);
    }
}
