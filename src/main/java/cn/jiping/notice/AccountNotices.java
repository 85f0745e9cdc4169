package cn.jiping.notice;

import cn.jiping.account.AccountEvent;
import cn.jiping.shared.Role;
import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells people what happened to their account, so that they notice what they did not do. */
@Component
class AccountNotices {
    private final Notices notices;

    AccountNotices(Notices notices) {
        this.notices = notices;
    }

    @ApplicationModuleListener
    void tell(AccountEvent.OwnersConcern event) {
        var told = told(event);
        notices.send(
                new NoticeDraft(
                        new NoticeTemplate(
                                "account." + told.code(),
                                NoticeCategory.SECURITY,
                                Channel.EMAIL,
                                Channel.SMS),
                        List.of(new Recipient.OfAccount(event.account())),
                        told.arguments(),
                        new NoticeSubject("account", event.account().toString(), "/account"),
                        "account/" + event.account() + "/" + told.code() + "/" + event.at()));
    }

    private record Told(String code, List<Argument> arguments) {
        Told(String code, Argument... arguments) {
            this(code, List.of(arguments));
        }
    }

    private static Told told(AccountEvent.OwnersConcern event) {
        var at = Argument.of(event.at());
        return switch (event) {
            case AccountEvent.PasswordChanged _ -> new Told("password-changed", at);
            case AccountEvent.PhoneChanged _ -> new Told("phone-changed", at);
            case AccountEvent.RoleGranted granted ->
                    new Told("role-granted", role(granted.role()), Argument.of(granted.place()));
            case AccountEvent.RoleEnded ended ->
                    new Told("role-ended", role(ended.role()), Argument.of(ended.place()));
            case AccountEvent.Suspended _ -> new Told("suspended", at);
            case AccountEvent.Reactivated _ -> new Told("reactivated", at);
        };
    }

    private static Argument role(Role role) {
        return Argument.named("role." + role);
    }
}
