package dev.stile.servlet;

import dev.stile.gate.FormIntake;
import dev.stile.network.CidrBlock;
import dev.stile.request.FormBody;
import dev.stile.request.SentForm;
import dev.stile.request.SentForm.NotKept;
import dev.stile.request.SentForm.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One body on its way in: kept piece by piece while it may be, and then only counted. Memory is taken before it is used, as
 * bytes really come: who announces much and sends little takes little. For one thread at a time.
 */
final class ArrivingForm {
    /** Where bytes go that are not kept; nobody reads them, so threads may share it. */
    private static final byte[] DISCARDED = new byte[FormBody.PIECE_BYTES];

    private final FormIntake.Awaited awaited;
    private final FormMemory memory;
    private final CidrBlock network;
    private final long most;
    private final List<byte[]> pieces = new ArrayList<>();
    private Optional<Reason> loss = Optional.empty();
    private byte[] piece = new byte[0];
    private int filled;
    private int takenBytes;
    private long received;

    /**
     * @param limitBytes longest body that is kept; 0 keeps none
     */
    ArrivingForm(FormIntake.Awaited awaited, int limitBytes, FormMemory memory, CidrBlock network) {
        this.awaited = awaited;
        this.memory = memory;
        this.network = network;
        this.most = awaited.lengthBytes().orElse(limitBytes);
        if (limitBytes == 0) {
            lose(Reason.UNKEPT);
        } else if (most > limitBytes) {
            lose(Reason.LARGE);
        }
    }

    /** Bytes that have come, kept or not. */
    long receivedBytes() {
        return received;
    }

    /**
     * Reads once.
     *
     * @return how many bytes; -1 at the end
     */
    int readFrom(InputStream in) throws IOException {
        if (loss.isEmpty() && received < most && filled == piece.length) {
            beginPiece();
        }
        boolean keeps = loss.isEmpty() && received < most;
        int count = keeps ? in.read(piece, filled, piece.length - filled) : in.read(DISCARDED);
        if (count > 0) {
            received += count;
            if (keeps) {
                filled += count;
            } else if (loss.isEmpty()) {
                lose(Reason.LARGE);
            }
        }
        return count;
    }

    private void beginPiece() {
        int length = (int) Math.min(FormBody.PIECE_BYTES, most - received);
        if (!memory.tryTake(network, length)) {
            lose(Reason.UNKEPT);
            return;
        }
        takenBytes += length;
        piece = new byte[length];
        pieces.add(piece);
        filled = 0;
    }

    /**
     * What became of it, its end having come. Where fewer bytes came than were announced, or none where nothing was, somebody
     * before us may have read some: half a form is not kept.
     */
    SentForm atItsEnd() {
        boolean whole = awaited.lengthBytes().isPresent() ? received == most : received > 0;
        return loss.isEmpty() && whole ? kept() : unended();
    }

    private SentForm kept() {
        // One that was begun for bytes that did not come.
        int used = filled == 0 && !pieces.isEmpty() ? pieces.size() - 1 : pieces.size();
        return new SentForm.Kept(awaited.contentType(), new FormBody(pieces.subList(0, used), (int) received));
    }

    /** What becomes of it where its end is not waited for. */
    SentForm unended() {
        return new NotKept(loss.orElse(Reason.UNKEPT));
    }

    private void lose(Reason reason) {
        loss = Optional.of(reason);
        release();
    }

    /** Gives back what it takes. May be called twice. */
    void release() {
        memory.giveBack(network, takenBytes);
        takenBytes = 0;
        pieces.clear();
        piece = new byte[0];
        filled = 0;
    }
}
