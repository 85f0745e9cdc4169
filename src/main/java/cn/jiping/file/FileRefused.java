package cn.jiping.file;

import cn.jiping.shared.Refusal;
import java.time.LocalDate;

/** 文件拒绝: why a file was not taken in, handed out or deleted. */
public final class FileRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private FileRefused(String code, Object... arguments) {
        super("file." + code, null, arguments);
    }

    static FileRefused tooLarge(long largest) {
        return new FileRefused("too-large", largest / (1024 * 1024));
    }

    static FileRefused empty() {
        return new FileRefused("empty");
    }

    static FileRefused kindNotTaken(String name) {
        return new FileRefused("kind-not-taken", name);
    }

    static FileRefused notWhatItSays(FileKind declared) {
        return new FileRefused("not-what-it-says", declared.name());
    }

    static FileRefused unreadable(FileKind kind) {
        return new FileRefused("unreadable", kind.name());
    }

    static FileRefused tooManyPixels(long largest) {
        return new FileRefused("too-many-pixels", largest / 1_000_000);
    }

    static FileRefused tooFewPixels(int width, int height) {
        return new FileRefused("too-few-pixels", width, height);
    }

    static FileRefused unpacksTooLarge() {
        return new FileRefused("unpacks-too-large");
    }

    static FileRefused carriesPrograms() {
        return new FileRefused("carries-programs");
    }

    static FileRefused reasonNeeded() {
        return new FileRefused("reason-needed");
    }

    static FileRefused mustBeKept(LocalDate until) {
        return new FileRefused("must-be-kept", until.toString());
    }

    static FileRefused held() {
        return new FileRefused("held");
    }

    static FileRefused deletionNotAsked() {
        return new FileRefused("deletion-not-asked");
    }

    static FileRefused samePerson() {
        return new FileRefused("same-person");
    }
}
