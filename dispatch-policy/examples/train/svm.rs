//! A linear support vector machine, trained in the dual by coordinate descent (Hsieh et al., 2008): squared hinge loss.

/// How often each sentence is looked at.
const EPOCHS: usize = 60;

/// How large an example of one feature is; weights and costs go with it.
pub(crate) const LENGTH: f64 = 5.0;

/// How hard an error weighs against the size of the weights.
pub(crate) struct Cost {
    pub(crate) missed: f64,
    pub(crate) false_alarm: f64,
}

pub(crate) struct Model {
    pub(crate) weights: Vec<f64>,
    pub(crate) bias: f64,
}

/// The value every feature of an example has, so that long and short ones are of one length.
fn value(features: &[u32]) -> f64 {
    LENGTH / (features.len().max(1) as f64).sqrt()
}

impl Model {
    pub(crate) fn train(examples: &[(&[u32], bool)], features: usize, cost: &Cost) -> Self {
        let mut model = Self {
            weights: vec![0.0; features],
            bias: 0.0,
        };
        let mut alphas = vec![0.0f64; examples.len()];
        let mut order: Vec<usize> = (0..examples.len()).collect();
        let mut random = 0x9e37_79b9_7f4a_7c15_u64;
        for _ in 0..EPOCHS {
            shuffle(&mut order, &mut random);
            for &i in &order {
                let (features, positive) = examples[i];
                let sign = if positive { 1.0 } else { -1.0 };
                let slack = 0.5 / if positive { cost.missed } else { cost.false_alarm };
                let value = value(features);
                let gradient = sign * model.score(features) - 1.0 + slack * alphas[i];
                let square = value * value * features.len() as f64 + 1.0 + slack;
                let alpha = (alphas[i] - gradient / square).max(0.0);
                let step = (alpha - alphas[i]) * sign;
                alphas[i] = alpha;
                model.bias += step;
                for &feature in features {
                    model.weights[feature as usize] += step * value;
                }
            }
        }
        model
    }

    pub(crate) fn score(&self, features: &[u32]) -> f64 {
        let sum: f64 = features.iter().map(|f| self.weights[*f as usize]).sum();
        sum * value(features) + self.bias
    }
}

fn shuffle(order: &mut [usize], random: &mut u64) {
    for i in (1..order.len()).rev() {
        // xorshift64
        *random ^= *random << 13;
        *random ^= *random >> 7;
        *random ^= *random << 17;
        order.swap(i, (*random % (i as u64 + 1)) as usize);
    }
}
