// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.page;

import dev.conversations.sandbox.call.Refusal;
import dev.conversations.sandbox.front.Answer;
import dev.conversations.sandbox.front.Door;
import dev.conversations.sandbox.front.Incoming;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;

/** The areas of the page that whoever runs the sandbox fills: rows, and of each row, when somebody opens it, what it holds. */
public final class Panels implements Door {
    private static final String PLACE = "/sandbox/panels";
    private static final int MOST_ROWS = 100;
    private static final int LONGEST = 100_000;

    /** One area. */
    private record Area(String title, Supplier<List<Map<String, Object>>> rows, Function<String, String> content) {}

    private final List<Area> areas = new CopyOnWriteArrayList<>();

    /**
     * Adds an area.
     *
     * @param rows the members id, at (may be null), title and note of each
     * @param content what the row with an id holds; null when it is gone
     */
    public void add(String title, Supplier<List<Map<String, Object>>> rows, Function<String, String> content) {
        areas.add(new Area(title, rows, content));
    }

    @Override
    public boolean takes(String path) {
        return path.equals(PLACE);
    }

    @Override
    public Answer answer(Incoming request) {
        request.require("GET");
        String row = request.asked("Row");
        String content = row == null ? null : areas.stream()
                .filter(area -> area.title().equals(request.asked("Panel"))).findFirst()
                .map(area -> area.content().apply(row)).orElse(null);
        if (content == null) {
            throw new Refusal(404, 20404, "There is no such row any more.");
        }
        return new Answer(200, Map.of("content", content.length() <= LONGEST ? content
                : content.substring(0, LONGEST) + "\u2026"), View.HEADERS);
    }

    /** Tells which areas there are, and the rows of one. */
    void show(String title, Map<String, Object> view) {
        view.put("panels", areas.stream().map(Area::title).toList());
        areas.stream().filter(area -> area.title().equals(title)).findFirst().ifPresent(area -> {
            List<Map<String, Object>> rows = area.rows().get();
            view.put("panel", Map.of("title", title, "rows", rows.subList(0, Math.min(rows.size(), MOST_ROWS))));
        });
    }
}
