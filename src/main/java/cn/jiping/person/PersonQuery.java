package cn.jiping.person;

/** 查询条件: the beginning of a name, a whole document number, a whole phone number; empty: any. */
public record PersonQuery(String name, String number, String phone, Sort sort) {
    /** 排序. */
    public enum Sort {
        NAME,
        NEWEST
    }

    public PersonQuery {
        name = typed(name);
        number = typed(number);
        phone = typed(phone);
    }

    private static String typed(String text) {
        return text.replaceAll("\\p{Cntrl}", "").strip();
    }

    public static PersonQuery any() {
        return new PersonQuery("", "", "", Sort.NAME);
    }
}
