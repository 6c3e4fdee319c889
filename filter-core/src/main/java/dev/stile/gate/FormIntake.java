package dev.stile.gate;

import dev.stile.request.SentForm;
import java.util.OptionalLong;

/** What is to be done about the body of a request that does not go on to the application. */
public sealed interface FormIntake {

    /** Nothing of it is read: what becomes of it is known. */
    record Decided(SentForm form) implements FormIntake {}

    /**
     * It is read to its end, and kept if it can be.
     *
     * @param contentType that of a form, as {@link SentForm.Kept} has it
     * @param lengthBytes as the client says; unknown where it sends chunks
     */
    record Awaited(String contentType, OptionalLong lengthBytes) implements FormIntake {}
}
