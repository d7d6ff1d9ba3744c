//! What a request function sends: the method, the constant of its path, and what stands behind that.

use syn::{Block, Expr, Stmt};

use super::values;

/// How a function begins its request.
pub(super) struct Call {
    pub(super) method: String,
    /// The constant.
    pub(super) path: String,
    /// The arguments in parentheses of a function that its page writes without them.
    pub(super) behind: String,
}

/// `Request::new(Method::GET, GET_PATH, …)`, whatever is called on it.
pub(super) fn of(block: &Block) -> Option<Call> {
    let Some(Stmt::Expr(last, _)) = block.stmts.last() else { return None };
    let mut expr = last;
    while let Expr::MethodCall(call) = expr {
        expr = &call.receiver;
    }
    let Expr::Call(call) = expr else { return None };
    let mut arguments = call.args.iter();
    Some(Call {
        method: values::last_name(arguments.next()?)?,
        path: values::last_name(arguments.next()?)?,
        behind: arguments.next().and_then(values::text).unwrap_or_default(),
    })
}
