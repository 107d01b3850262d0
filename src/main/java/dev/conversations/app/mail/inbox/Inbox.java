// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.inbox;

import dev.conversations.api.Timing;
import dev.conversations.app.delivery.Reasons;
import dev.conversations.app.mail.arrival.ArrivedMail;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.search.SearchTerm;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of a mailbox over IMAP. It connects when it has to. Of a mail nothing is asked for but its number and its
 * source, since one odd answer about one mail would make all unreadable.
 */
final class Inbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final String PROTOCOL = "imap";
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final SearchTerm UNREAD = new AndTerm(
            new FlagTerm(new Flags(Flags.Flag.SEEN), false), new FlagTerm(new Flags(Flags.Flag.DELETED), false));

    private final InboxEndpoint.Way way;
    private final Timing timing;
    private final Session session;
    private final Map<Place, Message> listed = new LinkedHashMap<>();
    private boolean searchesNot;
    private long searchedLast;
    private Store store;
    private Folder folder;

    Inbox(InboxEndpoint.Way way, Timing timing) {
        this.way = way;
        this.timing = timing;
        Properties options = new Properties();
        options.putAll(way.session());
        options.put("mail.imap.peek", "true");
        options.put("mail.imap.throwsearchexception", "true");
        this.session = Session.getInstance(options, way.login());
    }

    /** The mails that nobody has read, oldest first. */
    synchronized List<Place> unread() throws MessagingException {
        open();
        listed.clear();
        long numbering = ((UIDFolder) folder).getUIDValidity();
        for (Message mail : numbered(folder.search(UNREAD))) {
            if (!mail.isExpunged()) {
                listed.put(new Place(numbering, ((UIDFolder) folder).getUID(mail)), mail);
            }
        }
        return List.copyOf(listed.keySet());
    }

    /** Those of the unread ones that the server finds by the term; none when it cannot, for which it is not asked for a while. */
    synchronized Set<Place> unread(SearchTerm term) throws MessagingException {
        if (searchesNot && timing.nanos() - searchedLast < PAUSE.toNanos()) {
            return Set.of();
        }
        searchesNot = true;
        try {
            Set<Message> found = Set.of(folder.search(new AndTerm(UNREAD, term)));
            Set<Place> places = new HashSet<>();
            listed.forEach((place, mail) -> {
                if (found.contains(mail)) {
                    places.add(place);
                }
            });
            searchesNot = false;
            return places;
        } catch (MessagingException | RuntimeException e) {
            LOG.debug("The mail server does not search so: {}", Reasons.of(e));
            searchedLast = timing.nanos();
            if (!isOpen()) {
                unread();
            }
            return Set.of();
        }
    }

    /**
     * Reads the mail to its end, and leaves it unread for others.
     *
     * @throws IOException when the server gives nothing of it
     */
    synchronized ArrivedMail read(Place place) throws MessagingException, IOException {
        ArrivedMail arrived = ArrivedMail.of(listed.get(place)::writeTo);
        if (arrived.length() == 0) {
            throw new IOException("the mail server gives nothing of it");
        }
        return arrived;
    }

    /** Marks mails as read; those of a numbering that is no more are left as they are. */
    synchronized void markRead(Collection<Place> places) throws MessagingException {
        long numbering = ((UIDFolder) folder).getUIDValidity();
        Message[] mails = ((UIDFolder) folder).getMessagesByUID(
                places.stream().filter(place -> place.numbering() == numbering).mapToLong(Place::number).toArray());
        folder.setFlags(mails, new Flags(Flags.Flag.SEEN), true);
    }

    /** Whether the server answers. */
    synchronized boolean isOpen() {
        return folder != null && folder.isOpen();
    }

    @Override
    public synchronized void close() {
        listed.clear();
        try {
            if (store != null) {
                store.close();
            }
        } catch (MessagingException e) {
            LOG.debug("The mail server was gone before: {}", Reasons.of(e));
        } finally {
            store = null;
            folder = null;
        }
    }

    synchronized void open() throws MessagingException {
        if (isOpen()) {
            return;
        }
        close();
        PasswordAuthentication login = way.login().getPasswordAuthentication();
        store = session.getStore(PROTOCOL);
        store.connect(way.host(), way.port(), login.getUserName(), login.getPassword());
        folder = store.getFolder(way.folder());
        folder.open(Folder.READ_WRITE);
    }

    private Message[] numbered(Message[] mails) throws MessagingException {
        FetchProfile number = new FetchProfile();
        number.add(UIDFolder.FetchProfileItem.UID);
        folder.fetch(mails, number);
        return mails;
    }
}
