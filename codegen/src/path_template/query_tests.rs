use super::query::{QueryTemplate, read};
use super::{Parameter, ParameterKind, Piece};

/// The template as it is written, its parameters, what was repaired and what was left out.
fn of(text: &str) -> (String, Vec<String>, String, String) {
    let query = read(text);
    let template = QueryTemplate::of(query.options);
    let place = |parameter: &Parameter| {
        let kind = match parameter.kind {
            ParameterKind::Quoted => "'",
            ParameterKind::Bare => "=",
            ParameterKind::Segment | ParameterKind::Path => "",
        };
        format!("{kind}{}:{}", parameter.name, parameter.argument.as_deref().unwrap_or_default())
    };
    (
        template.as_ref().map(QueryTemplate::to_string).unwrap_or_default(),
        template.iter().flat_map(parameters).map(place).collect(),
        query.repairs.join(", "),
        query.elided.join(", "),
    )
}

fn parameters(template: &QueryTemplate) -> Vec<&Parameter> {
    let pieces = template.options.iter().flat_map(|option| option.value.iter().flatten());
    let parameters = pieces.filter_map(|piece| match piece {
        Piece::Parameter(parameter) => Some(parameter),
        Piece::Literal(_) => None,
    });
    parameters.collect()
}

#[test]
fn options_are_read_as_pages_write_them() {
    let check = |text: &str, template: &str, parameters: &[&str]| {
        let (read, places, repairs, elided) = of(text);
        assert_eq!((read.as_str(), repairs.as_str(), elided.as_str()), (template, "", ""), "{text}");
        assert_eq!(places, parameters, "{text}");
    };
    check("includeLent=true", "includeLent=true", &[]);
    check("search={query}", "search={query}", &["query:search"]);
    check("q={text}&type={kind}", "q={text}&type={kind}", &["text:q", "kind:type"]);
    check("from={a}&to=<b>", "from={a}&to={b}", &["a:from", "b:to"]);
    check("name='{name}'", "name='{name}'", &["'name:name"]);
    let expand = "$expand=tags($filter=id eq '{id_value}')";
    check(expand, expand, &["'id_value:"]);
    check("$filter=tags/Any(t: t/id eq {x})", "$filter=tags/Any(t: t/id eq {x})", &["=x:"]);
    check("$filter=a%20eq%20'{b}'", "$filter=a eq '{b}'", &["'b:"]);
    check("$filter=a+eq+{b}", "$filter=a eq {b}", &["=b:"]);
    check("$id=https://x.example/v1.0/readers/{id}", "$id=https://x.example/v1.0/readers/{id}", &["id:"]);
    check("expand=a(select=B,C)", "expand=a(select=B,C)", &[]);
    check("flag", "flag", &[]);
    check("a=b%26c%2Bd", "a=b%26c%2Bd", &[]);
    check("a='b&c'&amp;d=1", "a='b%26c'&d=1", &[]);
}

#[test]
fn repairs_are_named_and_what_is_left_out_too() {
    let repaired = |text: &str| {
        let (template, _, repairs, _) = of(text);
        (template, repairs)
    };
    let pair = |template: &str, repairs: &str| (template.to_owned(), repairs.to_owned());
    assert_eq!(repaired("review:{Boolean}"), pair("review={Boolean}", "`=` is missing behind `review`"));
    assert_eq!(repaired("a=‘b’"), pair("a='b'", "typographic quotes are read as straight ones"));
    assert_eq!(
        repaired("$expand=a($levels=n)"),
        pair("$expand=a($levels={n})", "`n` is read as a placeholder")
    );
    assert_eq!(repaired("a='{b'"), pair("a='{b}'", "`{b` is not closed"));
    assert_eq!(repaired("a={'b'}"), pair("a='{b}'", "quotes are missing around `{b}`"));
    assert_eq!(
        repaired("a='search-value'"),
        pair("a='{search-value}'", "`search-value` is read as a placeholder")
    );
    for text in ["$filter=…", "$select=...", "{options}", "{name}={value}", "<query>"] {
        assert_eq!(of(text), (String::new(), Vec::new(), String::new(), text.to_owned()));
    }
    for text in
        ["", "&", "=", "a=", "=a", "a={", "a='", "a=<", "a=%", "a=%E2%82", "é=ü{ö}", "{", "'&'", "a=}b"]
    {
        let _ = read(text);
    }
}

#[test]
fn a_key_is_shared_by_spellings_of_one_call() {
    let key = |text: &str| QueryTemplate::of(read(text).options).map(|template| template.key());
    assert_eq!(key("$expand=Tags($filter=id eq '{a}')"), key("expand=tags($filter=id%20eq%20{b})"));
    assert_ne!(key("$id=x/readers/{id}"), key("$id=x/groups/{id}"));
    assert_eq!(key("$filter=…"), None);
}

#[test]
fn an_address_is_bound_with_the_rest_of_its_query() {
    let bind = |template: &str, query: &str| QueryTemplate::of(read(template).options)?.matches(query);
    let bound =
        |arguments: &[&str]| Some(arguments.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>());
    assert_eq!(bind("a={x}&b=1", "$top=5&b=1&a=it%27s%2Fhere"), bound(&["it's/here"]));
    assert_eq!(
        bind("$expand=t($filter=id eq '{x}')", "$expand=t($filter=id%20eq%20'it''s')"),
        bound(&["it's"])
    );
    assert_eq!(bind("b=true", "b=true"), bound(&[]));
    assert_eq!(bind("a='b&{c}'", "a='b%26d'"), bound(&["d"]));
    for (template, query) in [("a={x}", ""), ("a={x}", "a="), ("b=true", "b=false"), ("B=true", "b=true")] {
        assert_eq!(bind(template, query), None, "{template}");
    }
    assert_eq!(bind("$filter=Any(t: t/id eq '{x}')", "$filter=any(t: t/id eq 'y')"), None);
}
