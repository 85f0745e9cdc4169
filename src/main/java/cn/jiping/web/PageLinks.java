package cn.jiping.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;

/** Addresses of other pages of the same list, for templates as {@code #link}. */
public final class PageLinks {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private static final int PAGES_AROUND = 2;
    private static final int[] SIZES = {20, 50, 100, 200};

    private final IExpressionContext context;

    PageLinks(IExpressionContext context) {
        this.context = context;
    }

    /** The whole address of a path, as the person reached the platform. */
    public String address(String path) {
        var request = ((IWebContext) context).getExchange().getRequest();
        var usual = "https".equals(request.getScheme()) ? HTTPS_PORT : HTTP_PORT;
        var port =
                Objects.equals(request.getServerPort(), usual) ? "" : ":" + request.getServerPort();
        return request.getScheme() + "://" + request.getServerName() + port + path;
    }

    /** The same page in the other language. */
    public String language(String language) {
        var here = context.getVariable(Shell.ATTRIBUTE) instanceof Shell shell ? shell.here() : "/";
        return address(here, List.of("lang"), new Parameter("lang", language));
    }

    /** The address with all parameters of the list kept, such as its export. */
    public String same(String path) {
        return address(path, List.of("page", "size"), null);
    }

    /** The address of the same list with one parameter changed and all others kept. */
    public String with(String path, String parameter, Object value) {
        return address(
                path, List.of(parameter, "page"), new Parameter(parameter, value.toString()));
    }

    private String address(String path, List<String> but, @Nullable Parameter added) {
        var query =
                Stream.concat(
                                parameters(but.toArray(String[]::new)).stream(),
                                Stream.ofNullable(added))
                        .map(Parameter::encoded)
                        .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    /**
     * The parameters of the request that describe a list, for hidden inputs; without {@code but}.
     */
    public List<Parameter> parameters(String... but) {
        if (!(context instanceof IWebContext web) || !describesAList(web)) {
            return List.of();
        }
        var request = web.getExchange().getRequest();
        return request.getParameterMap().entrySet().stream()
                .filter(entry -> !List.of(but).contains(entry.getKey()))
                .flatMap(entry ->
                        List.of(entry.getValue()).stream()
                                .map(v -> new Parameter(entry.getKey(), v)))
                .toList();
    }

    /** How many of these filters the request uses. */
    public long given(String... names) {
        return parameters().stream()
                .filter(parameter -> List.of(names).contains(parameter.name()))
                .filter(parameter -> !parameter.value().isBlank())
                .count();
    }

    /** Only a GET has its parameters in the address; a form's fields must not get there. */
    private static boolean describesAList(IWebContext web) {
        var failed = web.getVariable(Shell.ATTRIBUTE) instanceof Shell shell && shell.failed();
        return !failed && "GET".equals(web.getExchange().getRequest().getMethod());
    }

    /** The page sizes a list offers, with the one in use. */
    public List<Integer> sizes(int inUse) {
        return IntStream.concat(IntStream.of(SIZES), IntStream.of(inUse))
                .distinct()
                .sorted()
                .boxed()
                .toList();
    }

    /** The page numbers to show; 0 stands for a gap. */
    public List<Integer> pageNumbers(int page, int pages) {
        var numbers = new ArrayList<Integer>();
        for (var n = 1; n <= pages; n++) {
            if (n == 1 || n == pages || Math.abs(n - page) <= PAGES_AROUND) {
                numbers.add(n);
            } else if (numbers.getLast() != 0) {
                numbers.add(0);
            }
        }
        return numbers;
    }

    /** One name and value of the query. */
    public record Parameter(String name, String value) {
        String encoded() {
            return encode(name) + "=" + encode(value);
        }

        private static String encode(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
