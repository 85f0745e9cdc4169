package cn.jiping.demo;

import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.IdentityDocument;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;

/** 演示考生名单: the same people in every demo of the same size. */
final class Cast {
    private static final long SEED = 20211023;
    private static final LocalDate FIRST_BORN = LocalDate.of(1966, 1, 1);
    private static final int DAYS = 9_500;
    private static final int HUNDRED = 100;

    /** So many of each group go the straight way, so that even a small one has somebody. */
    private static final int STRAIGHT = 3;

    private static final String SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻";
    private static final String FIRST = "明建文志国海永晓春秋佳雨思子安立宏俊婷雅";
    private static final String SECOND = "华强军平杰伟涛斌峰磊敏静丽娟霞芳兰梅玲燕";

    private final List<Player> players;
    private final Map<String, Player> byName;

    private Cast(List<Player> players) {
        this.players = List.copyOf(players);
        this.byName = players.stream().collect(Collectors.toMap(Player::name, Function.identity()));
    }

    static Cast of(List<DemoSettings.Applying> cities) {
        var making = new Making();
        for (var city : cities) {
            var place = new DivisionCode(city.city());
            making.group(place, "焊工", city.welders());
            making.group(place, "保安员", city.guards());
            making.group(place, "安检员", city.inspectors());
        }
        return new Cast(making.players);
    }

    /** 再次报考: who comes to the next session, for an open subject or for all of them. */
    Cast again() {
        return new Cast(players.stream().flatMap(player -> player.again().stream()).toList());
    }

    List<Player> players() {
        return players;
    }

    List<Player> with(Fate... fates) {
        var wanted = Set.of(fates);
        return players.stream().filter(player -> wanted.contains(player.fate())).toList();
    }

    /** Whose name it is; names are told apart, so that a list can be played from. */
    Player named(String name) {
        var player = byName.get(name);
        if (player == null) {
            throw new IllegalArgumentException("Nobody of the cast: " + name);
        }
        return player;
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    /** Draws person after person. */
    private static final class Making {
        private final SplittableRandom random = new SplittableRandom(SEED);
        private final List<Player> players = new ArrayList<>();
        private final Set<String> names = new HashSet<>();
        private final Set<String> documents = new HashSet<>();

        private void group(DivisionCode city, String occupation, int many) {
            for (var n = 0; n < many; n++) {
                players.add(
                        new Player(
                                players.size() + 1,
                                name(),
                                document(city),
                                city,
                                occupation,
                                n < STRAIGHT ? Fate.PASSES : Fate.at(random.nextInt(HUNDRED))));
            }
        }

        private String name() {
            String name;
            do {
                name = "演示" + one(SURNAMES) + one(FIRST) + one(SECOND);
            } while (!names.add(name));
            return name;
        }

        private char one(String characters) {
            return characters.charAt(random.nextInt(characters.length()));
        }

        /** Of a sequence that is not given out. */
        private IdentityDocument document(DivisionCode city) {
            String digits;
            do {
                var born = FIRST_BORN.plusDays(random.nextInt(DAYS));
                digits =
                        city.value().substring(0, 4)
                                + "02"
                                + born.format(DateTimeFormatter.BASIC_ISO_DATE)
                                + "000";
            } while (!documents.add(digits));
            return IdentityDocument.resident(digits);
        }
    }
}
