// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.front;

import dev.conversations.sandbox.call.Call;
import dev.conversations.sandbox.call.Refusal;
import dev.conversations.sandbox.call.Sids;
import dev.conversations.sandbox.world.Item;
import dev.conversations.sandbox.world.Listing;
import dev.conversations.sandbox.world.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cuts lists into pages, in Twilio's envelope. A page token tells the last item before, which may be gone by now. */
final class Pages {

    private static final int DEFAULT_SIZE = 50;
    private static final String TOKEN = "PT";

    private final World world;
    private final Replies replies;

    Pages(World world, Replies replies) {
        this.world = world;
        this.replies = replies;
    }

    /**
     * @param path the path as received
     * @param query the query as received, by name
     */
    Map<String, Object> page(Call call, String path, Map<String, List<String>> query) {
        int max = call.operation().resource().maxPageSize();
        long size = call.has("pageSize") ? (Long) call.get("pageSize") : Math.min(DEFAULT_SIZE, max);
        if (size < 1 || size > max) {
            throw Refusal.of(20001, "Invalid parameter PageSize: expected 1 to " + max);
        }
        long page = call.has("page") ? Math.max(0, (Long) call.get("page")) : 0;
        Long after = call.has("pageToken") ? last(call.text("pageToken")) : null;
        Listing.Stretch shown = world.list(call, after, (int) size);
        List<Item> items = shown.items();

        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("page", page);
        meta.put("page_size", size);
        meta.put("first_page_url", url(path, query, size, 0, null));
        meta.put("previous_page_url", page == 0 ? null
                : url(path, query, size, page - 1, shown.before() == null ? null : token(shown.before())));
        meta.put("url", url(path, query, size, page, call.text("pageToken")));
        meta.put("next_page_url", shown.more()
                ? url(path, query, size, page + 1, token(items.get(items.size() - 1).number())) : null);
        meta.put("key", call.operation().resource().items());

        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("meta", meta);
        envelope.put(call.operation().resource().items(),
                items.stream().map(item -> replies.show(item, call.level())).toList());
        return envelope;
    }

    private static String token(long number) {
        return TOKEN + "%032x".formatted(number);
    }

    private static long last(String token) {
        if (!Sids.is(TOKEN, token)) {
            throw Refusal.of(19038);
        }
        try {
            return Long.parseLong(token.substring(TOKEN.length()), 16);
        } catch (NumberFormatException e) {
            throw Refusal.of(19038);
        }
    }

    private String url(String path, Map<String, List<String>> query, long size, long page, String token) {
        StringBuilder url = new StringBuilder(replies.absolute(path)).append('?');
        query.forEach((name, values) -> {
            if (!name.equals("PageSize") && !name.equals("Page") && !name.equals("PageToken")) {
                values.forEach(value -> url.append(encode(name)).append('=').append(encode(value)).append('&'));
            }
        });
        url.append("PageSize=").append(size).append("&Page=").append(page);
        return (token == null ? url : url.append("&PageToken=").append(token)).toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
