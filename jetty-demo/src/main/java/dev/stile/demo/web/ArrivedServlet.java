package dev.stile.demo.web;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code POST /always/form}: shows what arrived of a form, part by part. A file is read, told of, and gone. */
final class ArrivedServlet extends HttpServlet {

    private static final int MIB = 1 << 20;

    /** Larger files than the gate keeps, for they come where there is a pass. */
    static final MultipartConfigElement LIMITS = new MultipartConfigElement("", 64L * MIB, 64L * MIB, MIB);

    private static final int MAX_TEXT_BYTES = MIB;

    private static final String BODY = """
            <h1>It has arrived</h1>
            <p class="lead">{}, sent as <code>{}</code>.</p>
            <dl class="facts">
            {}</dl>
            <p><a href="{}">Send another one</a></p>""";

    /** One row of what is shown. */
    private record Arrived(String name, String value) {
        Markup markup() {
            return Markup.of("<dt>{}</dt>\n<dd>{}</dd>\n", name, value);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", Links.of(request, Area.OPEN).to("/form"));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        List<Arrived> all = arrived(request, type.toLowerCase(Locale.ROOT));
        Markup body = Markup.of(
                BODY,
                all.size() == 1 ? "One value" : all.size() + " values",
                type.split(";", 2)[0],
                Markup.join(all.stream().map(Arrived::markup).toList()),
                Links.of(request, Area.OPEN).to("/form"));
        Layout.send(request, response, HttpServletResponse.SC_OK, Area.ALWAYS, "It has arrived", body);
    }

    private static List<Arrived> arrived(HttpServletRequest request, String type) throws ServletException, IOException {
        List<Arrived> all = new ArrayList<>();
        if (type.startsWith("multipart/form-data")) {
            for (Part part : request.getParts()) {
                all.add(new Arrived(part.getName(), part.getSubmittedFileName() == null ? text(part) : file(part)));
            }
        } else if (type.startsWith("text/plain")) {
            byte[] text = request.getInputStream().readNBytes(MAX_TEXT_BYTES);
            all.add(new Arrived("the text", decoded(text)));
        } else {
            // Not by getParameterMap, which refuses what is not in the one charset that it expects.
            String body = new String(request.getInputStream().readNBytes(MAX_TEXT_BYTES), StandardCharsets.US_ASCII);
            for (String pair : body.split("&", -1)) {
                String[] field = pair.split("=", 2);
                all.add(new Arrived(unescaped(field[0]), unescaped(field.length > 1 ? field[1] : "")));
            }
        }
        return all;
    }

    private static String unescaped(String text) {
        try {
            return decoded(URLDecoder.decode(text, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            // No browser sends so.
            return text;
        }
    }

    /** Browsers do not say in which charset they send: what is no UTF-8 is taken for the old default. */
    private static String decoded(byte[] text) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(text, Charset.forName("windows-1252"));
        }
    }

    private static String text(Part part) throws IOException {
        try (InputStream in = part.getInputStream()) {
            return decoded(in.readNBytes(MAX_TEXT_BYTES));
        }
    }

    private static String file(Part part) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(part.getInputStream(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return part.getSubmittedFileName().isEmpty()
                    ? "no file was chosen"
                    : part.getSubmittedFileName() + ", " + part.getSize() + " bytes, SHA-256 "
                            + HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
