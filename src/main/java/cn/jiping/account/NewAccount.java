package cn.jiping.account;

import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.Sex;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 新账号: for whom, under which user name; the first role comes with it.
 *
 * @param home the division whose administrators look after the account; null: the whole country
 */
public record NewAccount(
        Identity identity,
        String userName,
        @Nullable String phone,
        @Nullable DivisionCode home,
        GrantDraft first) {

    /** 本人身份. Birth date and sex may be left out where the document tells them. */
    public record Identity(
            String name,
            IdentityDocument document,
            @Nullable LocalDate bornOn,
            @Nullable Sex sex) {}
}
