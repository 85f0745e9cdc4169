package cn.jiping.draw;

import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** What the module with the law book would say of Zhejiang and of Jilin. */
class KnownLaw implements CitableLaw {
    private static final DivisionCode JILIN = new DivisionCode("220100");

    @Override
    public List<Document> inForce(Scope places, LocalDate on) {
        return places.covers(JILIN) && !places.everywhere()
                ? List.of(document("JL2017-11", "吉人社办字〔2017〕11号", "职业技能鉴定", "一"))
                : List.of(
                        document("ZJ2022-16", "浙人社发〔2022〕16号", "评价制度改革", "五", "五(五)"),
                        document("ZJ2023-20", "浙技评〔2023〕20号", "质量监督", "一", "二(一)", "二(五)"));
    }

    private static Document document(
            String shortName, String name, String title, String... clauses) {
        return new Document(
                shortName,
                name,
                title,
                "/law/" + shortName,
                Stream.of(clauses).map(number -> new Clause(number, "")).toList());
    }
}
