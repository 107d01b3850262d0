// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An SMTP server that takes mails only from who logs in with XOAUTH2. */
public final class TokenSmtp implements AutoCloseable {
    private static final Pattern LOGIN = Pattern.compile("user=([^\1]*)\1auth=Bearer ([^\1]*)\1\1");

    private final ServerSocket server;
    private final String user;
    private final Predicate<String> good;
    private final List<MimeMessage> mails = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();

    /** @param good whether a token is */
    public TokenSmtp(String user, Predicate<String> good) throws IOException {
        this.user = user;
        this.good = good;
        this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        new Thread(this::serve, "smtp").start();
    }

    public int port() {
        return server.getLocalPort();
    }

    public List<MimeMessage> mails() {
        return mails;
    }

    /** How many tokens were refused. */
    public int refusals() {
        return refusals.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                new Thread(() -> talk(client), "smtp of a client").start();
            } catch (IOException e) {
                // closed
            }
        }
    }

    private void talk(Socket client) {
        try (client; BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1))) {
            OutputStream out = client.getOutputStream();
            say(out, "220 smtp.shop.example");
            boolean known = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.split(" ")[0].toUpperCase();
                if (command.equals("EHLO")) {
                    say(out, "250-smtp.shop.example", "250 AUTH XOAUTH2 LOGIN PLAIN");
                } else if (command.equals("AUTH")) {
                    known = authenticate(line.split(" "), in, out);
                } else if (command.equals("QUIT")) {
                    say(out, "221 Bye");
                    return;
                } else if (!known) {
                    say(out, "530 5.7.57 Client not authenticated to send mail.");
                } else if (command.equals("DATA")) {
                    say(out, "354 Go on");
                    mails.add(mail(in));
                    say(out, "250 Taken");
                } else {
                    say(out, "250 OK");
                }
            }
        } catch (IOException | MessagingException e) {
            // the client is gone
        }
    }

    private boolean authenticate(String[] words, BufferedReader in, OutputStream out) throws IOException {
        if (!words[1].equals("XOAUTH2")) {
            say(out, "504 5.7.4 Unrecognized authentication type");
            return false;
        }
        String response = words.length > 2 ? words[2] : "";
        if (response.isEmpty()) {
            say(out, "334 ");
            response = in.readLine();
        }
        Matcher login = LOGIN.matcher(new String(Base64.getDecoder().decode(response), ISO_8859_1));
        if (login.matches() && login.group(1).equals(user) && good.test(login.group(2))) {
            say(out, "235 2.7.0 Accepted");
            return true;
        }
        refusals.incrementAndGet();
        say(out, "334 " + Base64.getEncoder().encodeToString("{\"status\":\"401\"}".getBytes(ISO_8859_1)));
        in.readLine();
        say(out, "535 5.7.3 Authentication unsuccessful");
        return false;
    }

    private static MimeMessage mail(BufferedReader in) throws IOException, MessagingException {
        StringBuilder source = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            source.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return new MimeMessage((Session) null, new ByteArrayInputStream(source.toString().getBytes(ISO_8859_1)));
    }

    private static void say(OutputStream out, String... lines) throws IOException {
        out.write((String.join("\r\n", lines) + "\r\n").getBytes(ISO_8859_1));
        out.flush();
    }
}
