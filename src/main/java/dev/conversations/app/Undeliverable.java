package dev.conversations.app;

/** Why a message goes to the dead letters; the reason holds nothing personal. */
class Undeliverable extends Exception {
    private static final long serialVersionUID = 1;

    Undeliverable(String reason) {
        super(reason);
    }
}
