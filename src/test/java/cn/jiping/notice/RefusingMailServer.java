package cn.jiping.notice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A mail server that knows none of the recipients. */
final class RefusingMailServer {
    private final ServerSocket socket;

    private RefusingMailServer(ServerSocket socket) {
        this.socket = socket;
    }

    static RefusingMailServer onPort(int port) throws IOException {
        var server =
                new RefusingMailServer(new ServerSocket(port, 5, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(server::serve);
        return server;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var connection = socket.accept()) {
                talk(connection);
            } catch (IOException _) {
                return;
            }
        }
    }

    private static void talk(Socket connection) throws IOException {
        var in =
                new BufferedReader(
                        new InputStreamReader(
                                connection.getInputStream(), StandardCharsets.US_ASCII));
        say(connection, "220 here");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("QUIT")) {
                say(connection, "221 bye");
                return;
            }
            say(connection, line.startsWith("RCPT") ? "550 no such user" : "250 ok");
        }
    }

    private static void say(Socket connection, String line) throws IOException {
        connection.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    void close() throws IOException {
        socket.close();
    }
}
