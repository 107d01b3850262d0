// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.media;

import dev.conversations.api.MediaClient;
import dev.conversations.api.MediaFile;
import dev.conversations.api.RetryPolicy;
import dev.conversations.api.operation.Operation;
import dev.conversations.camel.call.Arguments;
import dev.conversations.camel.call.StoppableTiming;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;

/**
 * Brings files to the media service and gets them from there. Files pass through the disk, not the memory; a downloaded one is a
 * temporary file that lives as long as the exchange, a copy of it or whoever asked for it has the {@link File} of its body. What fails
 * is tried again: an upload too, since a file that no message takes vanishes by itself.
 */
public final class MediaProducer extends DefaultProducer {

    /** The largest file that Twilio keeps. */
    private static final long LARGEST = 150L * 1024 * 1024;

    private final Operation operation;
    private final Supplier<MediaClient> account;
    private final StoppableTiming timing;
    private final RetryPolicy policy;
    private final Arguments arguments;
    private MediaClient client;

    /**
     * @param account makes the calls; is asked for at start
     * @param arguments what to call with
     */
    public MediaProducer(
            Endpoint endpoint, Operation operation, Supplier<MediaClient> account, RetryPolicy policy, Arguments arguments) {
        super(endpoint);
        this.operation = operation;
        this.account = account;
        this.timing = new StoppableTiming(policy.timing());
        this.policy = policy.in(timing);
        this.arguments = arguments;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        client = account.get();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        timing.start();
    }

    /** What waits for another try ends with what failed. */
    @Override
    protected void doStop() throws Exception {
        timing.stop();
        super.doStop();
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        Map<String, Object> options = arguments.of(exchange.getMessage()).arguments();
        String service = text(options, Operation.CHAT_SERVICE_SID);
        Message message = exchange.getMessage();
        switch (operation.method()) {
            case "upload" -> {
                MediaContent content = MediaContent.of(exchange, text(options, "contentType"), text(options, "filename"));
                message.setBody(repeated(() ->
                        client.upload(service, content.file(), content.contentType(), content.name())));
            }
            case "fetch" -> message.setBody(repeated(() -> client.fetch(service, text(options, "sid"))));
            default -> download(exchange, service, text(options, "sid"), options.get("maxSize"));
        }
    }

    private void download(Exchange exchange, String service, String sid, Object maxSize) throws IOException {
        long longest = maxSize == null ? LARGEST : Long.parseLong(maxSize.toString().trim());
        File file = PrivateFiles.held(exchange);
        Message message = exchange.getMessage();
        try {
            MediaFile description = repeated(() -> {
                try (MediaFile content = client.download(service, sid, longest); OutputStream copy = new FileOutputStream(file)) {
                    content.content().transferTo(copy);
                    return content;
                }
            });
            message.setHeader(Exchange.CONTENT_TYPE, description.contentType());
            message.setHeader(Exchange.FILE_NAME, FileNames.safe(description.name()));
        } catch (IOException | RuntimeException e) {
            file.delete();
            throw e;
        }
        message.setHeader(Exchange.FILE_LENGTH, file.length());
        message.setBody(file);
    }

    private <T> T repeated(RetryPolicy.Attempt<T> call) throws IOException {
        return policy.repeat(operation, call, this::isRunAllowed);
    }

    private static String text(Map<String, Object> options, String name) {
        Object value = options.get(name);
        return value == null ? null : value.toString();
    }
}
