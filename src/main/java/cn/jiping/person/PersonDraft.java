package cn.jiping.person;

import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.Sex;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 登记信息: what somebody says about a person. Birth date and sex may be left out where a document
 * tells them. {@code proof}: how the documents were checked, such as 窗口核验原件.
 */
public record PersonDraft(
        String name,
        List<IdentityDocument> documents,
        @Nullable LocalDate bornOn,
        @Nullable Sex sex,
        @Nullable String phone,
        @Nullable String email,
        String proof) {
    public PersonDraft {
        documents = List.copyOf(documents);
    }

    /** Never the contents: they must not reach a log by accident. */
    @Override
    public String toString() {
        return "PersonDraft " + documents;
    }
}
