// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.sabotage;

import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;

/** A repository with another way to add keys, or to look for them. */
final class KeysAround extends ServiceSupport implements IdempotentRepository {

    private static final String BETWEEN = " ";

    private final IdempotentRepository sound;
    private final BiPredicate<IdempotentRepository, String> add;
    private final BiPredicate<IdempotentRepository, String> contains;

    private KeysAround(IdempotentRepository sound, BiPredicate<IdempotentRepository, String> add,
            BiPredicate<IdempotentRepository, String> contains) {
        this.sound = sound;
        this.add = add;
        this.contains = contains;
    }

    /** Adds keys in another way. */
    static IdempotentRepository adding(IdempotentRepository sound, BiPredicate<IdempotentRepository, String> add) {
        return new KeysAround(sound, add, IdempotentRepository::contains);
    }

    /** Adds another key in place of one, or none: then it says that it was added. */
    static IdempotentRepository replacing(IdempotentRepository sound, String note, BiFunction<String, String, String> other) {
        return adding(sound, (keys, key) -> {
            String added = key.contains(note) ? other.apply(key, note) : key;
            return added == null || keys.add(added);
        });
    }

    /** Adds a note to each key that is claimed. */
    static IdempotentRepository noting(IdempotentRepository sound, String note) {
        return adding(sound, (keys, key) -> {
            boolean added = keys.add(key);
            if (added && isClaim(key)) {
                keys.add(key + note);
            }
            return added;
        });
    }

    /** Knows of nothing that was ever added. */
    static IdempotentRepository forgetting(IdempotentRepository sound) {
        return new KeysAround(sound, (keys, key) -> true, (keys, key) -> false);
    }

    /** Whether it is the key itself, and no note beside it. */
    static boolean isClaim(String key) {
        return !key.contains(BETWEEN);
    }

    @Override
    public boolean add(String key) {
        return add.test(sound, key);
    }

    @Override
    public boolean contains(String key) {
        return contains.test(sound, key);
    }

    @Override
    public boolean remove(String key) {
        return sound.remove(key);
    }

    @Override
    public boolean confirm(String key) {
        return sound.confirm(key);
    }

    @Override
    public void clear() {
        sound.clear();
    }
}
