import { answerOrders } from '../../platform/sending/sender-document.ts';

answerOrders();
