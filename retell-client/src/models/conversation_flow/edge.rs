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
