package com.example.harbour;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;

public class Captain {
    public static void main(String[] words) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(8080), 0);
        byte[] text = ("Captain " + System.getProperty("name", "Nobody") + "\n").getBytes("UTF-8");
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
            exchange.close();
        });
        server.start();
    }
}
