//! Ways from node to node, and when they are taken.

use crate::models::{
    EdgeId, NodeId,
    macros::{model, open_enum, tagged_union},
};

model! {
    /// A way out of a node.
    Edge shows(id) {
        /// The edge.
        id: EdgeId,
        /// When it is taken.
        transition_condition: Condition,
        ..
        /// Where it leads; left out while it leads nowhere.
        destination_node_id: Option<NodeId>,
    }
}

impl Edge {
    /// The way when no other is taken.
    pub fn otherwise(id: impl Into<EdgeId>) -> Self {
        Self::new(id, Condition::prompt("Else"))
    }

    /// The way taken once the person has answered.
    pub fn always(id: impl Into<EdgeId>) -> Self {
        Self::new(id, Condition::prompt("Always"))
    }

    /// The way taken at once, without an answer.
    pub fn skip_response(id: impl Into<EdgeId>) -> Self {
        Self::new(id, Condition::prompt("Skip response"))
    }

    /// The way when a transfer, or a swap of agents, fails.
    pub fn transfer_failed(id: impl Into<EdgeId>) -> Self {
        Self::new(id, Condition::prompt("Transfer failed"))
    }

    /// The way when a text message was sent.
    pub fn sms_sent(id: impl Into<EdgeId>) -> Self {
        Self::new(id, Condition::prompt("Sent successfully"))
    }

    /// The way when a text message could not be sent.
    pub fn sms_failed(id: impl Into<EdgeId>) -> Self {
        Self::new(id, Condition::prompt("Failed to send"))
    }
}

tagged_union! {
    /// When something happens.
    Condition by "type" {
        /// When the model finds so.
        Prompt(PromptCondition) = "prompt",
        /// When values compare so.
        Equation(EquationCondition) = "equation",
        /// When values compare so and the model finds so; only for global nodes.
        EquationPrompt(EquationPromptCondition) = "equation_prompt",
    }
}

impl Condition {
    /// When the model finds that `words` are true.
    pub fn prompt(words: impl Into<String>) -> Self {
        PromptCondition::new(words).into()
    }

    /// When all `equations` hold.
    pub fn all(equations: impl IntoIterator<Item = Equation>) -> Self {
        EquationCondition::new(Vec::from_iter(equations), LogicOperator::And).into()
    }

    /// When any of `equations` holds.
    pub fn any(equations: impl IntoIterator<Item = Equation>) -> Self {
        EquationCondition::new(Vec::from_iter(equations), LogicOperator::Or).into()
    }
}

model! {
    /// A condition in words.
    PromptCondition {
        /// The words. Edges with a fixed meaning have fixed words, such as `Else`.
        prompt: String,
        ..
    }
}

model! {
    /// A condition on dynamic variables.
    EquationCondition {
        /// The comparisons.
        equations: Vec<Equation>,
        /// Whether all or any must hold.
        operator: LogicOperator,
        ..
        /// The fixed words of edges with a fixed meaning, such as `Else`.
        prompt: Option<String>,
    }
}

model! {
    /// A condition on dynamic variables and in words.
    EquationPromptCondition {
        /// The comparisons.
        equations: Vec<Equation>,
        /// Whether all or any must hold.
        operator: LogicOperator,
        ..
        /// The words.
        prompt_condition: Option<Box<Condition>>,
    }
}

model! {
    /// A comparison.
    Equation {
        /// What is compared, often a dynamic variable.
        left: String,
        /// How.
        operator: EquationOperator,
        ..
        /// With what; not needed to ask whether something exists.
        right: Option<String>,
    }
}

open_enum! {
    /// How values are compared.
    EquationOperator {
        /// Equal.
        Equal = "==",
        /// Not equal.
        NotEqual = "!=",
        /// Greater.
        Greater = ">",
        /// Greater or equal.
        GreaterOrEqual = ">=",
        /// Less.
        Less = "<",
        /// Less or equal.
        LessOrEqual = "<=",
        /// The left holds the right.
        Contains = "contains",
        /// The left does not hold the right.
        NotContains = "not_contains",
        /// The left has a value.
        Exists = "exists",
        /// The left has no value.
        NotExist = "not_exist",
    }
}

open_enum! {
    /// Whether all or any must hold.
    LogicOperator {
        /// Any.
        Or = "||",
        /// All.
        And = "&&",
    }
}
