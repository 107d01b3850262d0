package dev.conversations.camel;

import dev.conversations.api.MediaClient;
import dev.conversations.api.Operation;
import java.io.File;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;

/**
 * Brings files to the media service and gets them from there. Files pass through the disk, not the memory; a downloaded one is a
 * temporary file, deleted when the exchange is done. Nothing is tried again: whether an upload arrived cannot be known.
 */
final class MediaProducer extends DefaultProducer {

    /** The largest file that Twilio keeps. */
    private static final long LARGEST = 150L * 1024 * 1024;

    private final Operation operation;
    private final Arguments arguments;
    private MediaClient client;

    MediaProducer(ConversationsEndpoint endpoint, Operation operation, Arguments arguments) {
        super(endpoint);
        this.operation = operation;
        this.arguments = arguments;
    }

    @Override
    public ConversationsEndpoint getEndpoint() {
        return (ConversationsEndpoint) super.getEndpoint();
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        client = getEndpoint().getComponent().mediaClient(getEndpoint().getConfiguration());
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        Map<String, Object> options = arguments.of(exchange.getMessage()).arguments();
        String service = text(options, Operation.CHAT_SERVICE_SID);
        Message message = exchange.getMessage();
        switch (operation.method()) {
            case "upload" -> {
                try (MediaContent content = MediaContent.of(exchange)) {
                    message.setBody(client.upload(service, content.file(text(options, "contentType"), text(options, "filename"))));
                }
            }
            case "fetch" -> message.setBody(client.fetch(service, text(options, "sid")));
            default -> download(exchange, service, text(options, "sid"), options.get("maxSize"));
        }
    }

    private void download(Exchange exchange, String service, String sid, Object maxSize) throws Exception {
        long longest = maxSize == null ? LARGEST : Long.parseLong(maxSize.toString().trim());
        Message message = exchange.getMessage();
        File file;
        try (var content = client.download(service, sid, longest)) {
            file = MediaContent.temporary(exchange, content.content());
            message.setHeader(Exchange.CONTENT_TYPE, content.contentType());
            message.setHeader(Exchange.FILE_NAME, FileNames.safe(content.name()));
        }
        message.setHeader(Exchange.FILE_LENGTH, file.length());
        message.setBody(file);
    }

    private static String text(Map<String, Object> options, String name) {
        Object value = options.get(name);
        return value == null ? null : value.toString();
    }
}
