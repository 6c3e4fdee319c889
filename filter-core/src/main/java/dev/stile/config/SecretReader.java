package dev.stile.config;

import dev.stile.protocol.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads secrets from an option, a file or the environment. What it says of them is their length only. */
final class SecretReader {
    private static final int MAX_FILE_BYTES = 65_536;

    private final OptionValues values;
    private final Function<String, Optional<String>> environment;

    SecretReader(OptionValues values, Function<String, Optional<String>> environment) {
        this.values = values;
        this.environment = environment;
    }

    Secrets read() {
        Optional<Secret> signing = read(Option.SECRET, Option.SECRET_FILE, Option.SECRET_ENV);
        Optional<Secret> previous =
                read(Option.PREVIOUS_SECRET, Option.PREVIOUS_SECRET_FILE, Option.PREVIOUS_SECRET_ENV);
        List<Secret> all = new ArrayList<>();
        all.add(signing.orElseGet(SecretReader::random));
        previous.ifPresent(all::add);
        return new Secrets(all, signing.isEmpty());
    }

    /**
     * The operator's token, which is no key: who may ask may not also sign.
     *
     * @param secrets what keys are derived from
     */
    Optional<Secret> operatorToken(Secrets secrets) {
        Optional<Secret> token = read(Option.OPERATOR_TOKEN, Option.OPERATOR_TOKEN_FILE, Option.OPERATOR_TOKEN_ENV);
        if (token.filter(secrets.all()::contains).isPresent()) {
            values.problem(Option.OPERATOR_TOKEN, "is one of the secrets that keys are derived from");
        }
        return token;
    }

    private Optional<Secret> read(Option text, Option file, Option variable) {
        List<Option> given = Stream.of(text, file, variable)
                .filter(option -> values.given(option).isPresent())
                .toList();
        if (given.size() > 1) {
            given.forEach(option -> values.problem(option, "is given beside another source of the same secret"));
            return Optional.empty();
        }
        return values.given(text)
                .flatMap(value -> secret(text, value))
                .or(() -> values.given(file).flatMap(path -> fromFile(file, path)))
                .or(() -> values.given(variable).flatMap(name -> fromEnvironment(variable, name)));
    }

    private Optional<Secret> fromFile(Option option, String path) {
        try {
            Path file = Path.of(path);
            if (Files.size(file) > MAX_FILE_BYTES) {
                values.problem(option, "the file has more than " + MAX_FILE_BYTES + " bytes");
                return Optional.empty();
            }
            return secret(option, Files.readString(file).strip());
        } catch (IOException | InvalidPathException e) {
            // Not named: it may be the secret itself, given where its file should be.
            values.problem(option, "the file cannot be read as UTF-8 text");
            return Optional.empty();
        }
    }

    private Optional<Secret> fromEnvironment(Option option, String name) {
        Optional<String> value = environment.apply(name);
        if (value.isEmpty()) {
            // Not named: it may be the secret itself, given where its variable should be.
            values.problem(option, "there is no environment variable of this name");
        }
        return value.flatMap(text -> secret(option, text.strip()));
    }

    private Optional<Secret> secret(Option option, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < Secret.MIN_LENGTH_BYTES) {
            values.problem(option, "the secret has " + bytes.length + " bytes");
            return Optional.empty();
        }
        return Optional.of(Secret.of(bytes));
    }

    private static Secret random() {
        byte[] bytes = new byte[Secret.MIN_LENGTH_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Secret.of(bytes);
    }
}
