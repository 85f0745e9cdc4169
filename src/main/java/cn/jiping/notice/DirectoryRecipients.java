package cn.jiping.notice;

import cn.jiping.account.AccountDirectory;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Recipients as the directory of accounts knows them today. */
@Component
class DirectoryRecipients implements Recipients {
    private final AccountDirectory directory;

    DirectoryRecipients(AccountDirectory directory) {
        this.directory = directory;
    }

    /** A person without an account gets the message into the inbox they will have. */
    @Override
    public List<Addressee> of(Recipient recipient) {
        return switch (recipient) {
            case Recipient.OfAccount(var account) ->
                    directory.find(account).map(DirectoryRecipients::addressee).stream().toList();
            case Recipient.OfPerson(var person) -> of(person, directory.of(person));
            case Recipient.Holding(var role) -> addressees(directory.holding(role));
            case Recipient.HoldingIn(var role, var division) ->
                    addressees(directory.holding(role, division));
            case Recipient.HoldingAt(var role, var body) ->
                    addressees(directory.holding(role, body));
        };
    }

    private static List<Addressee> of(PersonId person, List<AccountDirectory.Card> cards) {
        return cards.isEmpty()
                ? List.of(new Addressee(person.value(), "", null))
                : addressees(cards);
    }

    @Override
    public Map<PersonId, List<Addressee>> of(Collection<PersonId> persons) {
        var cards = directory.of(persons);
        return persons.stream()
                .distinct()
                .collect(
                        Collectors.toMap(
                                person -> person,
                                person -> of(person, cards.getOrDefault(person, List.of()))));
    }

    private static List<Addressee> addressees(List<AccountDirectory.Card> cards) {
        return cards.stream().map(DirectoryRecipients::addressee).toList();
    }

    private static Addressee addressee(AccountDirectory.Card card) {
        return new Addressee(card.id().value(), card.name(), card.home());
    }

    @Override
    public Map<UUID, Reach> reach(Collection<UUID> owners) {
        return directory.reach(owners.stream().map(AccountId::new).distinct().toList()).stream()
                .collect(
                        Collectors.toMap(
                                at -> at.account().value(),
                                at -> new Reach(at.phone(), at.email())));
    }
}
