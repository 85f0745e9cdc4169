package cn.jiping.notice;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/**
 * Recipients where no module keeps accounts: who is named by id has an inbox, roles have no holders
 * and nobody has an address.
 */
@Component
@Fallback
class RecipientsById implements Recipients {
    @Override
    public List<Addressee> of(Recipient recipient) {
        return switch (recipient) {
            case Recipient.OfAccount(var account) -> List.of(named(account.value()));
            case Recipient.OfPerson(var person) -> List.of(named(person.value()));
            case Recipient.Holding _, Recipient.HoldingIn _, Recipient.HoldingAt _ -> List.of();
        };
    }

    private static Addressee named(UUID owner) {
        return new Addressee(owner, "", null);
    }

    @Override
    public Optional<String> address(UUID owner, Channel channel) {
        return Optional.empty();
    }
}
